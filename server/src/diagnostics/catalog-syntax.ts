import type { CatalogEntry } from "./message-template.ts";

/** Problems of how a file is written. */
export const syntaxProblems = {
  "syntax-error": {
    severity: "error",
    en: "Expected {expected}, but found {found}.",
    vi: "Cần {expected}, nhưng lại gặp {found}.",
  },
  "unknown-declaration": {
    severity: "error",
    en: "“{word}” does not begin a declaration.{hint}",
    vi: "“{word}” không mở đầu một khai báo nào.{hint}",
  },
  "unknown-statement": {
    severity: "error",
    en: "“{word}” is nothing that can stand in {block}.{hint}",
    vi: "“{word}” không phải là nội dung được phép trong {block}.{hint}",
  },
  "unexpected-text": {
    severity: "error",
    en: "This does not belong here: after {after}, a new line or “;” is expected.{hint}",
    vi: "Phần này thừa: sau {after} phải xuống dòng hoặc có dấu “;”.{hint}",
  },
  "unclosed-block": {
    severity: "error",
    en: "This block is never closed: the closing brace of “{name}” is missing.",
    vi: "Khối này chưa được đóng: thiếu dấu ngoặc nhọn đóng của “{name}”.",
  },
  "unopened-block": {
    severity: "error",
    en: "The lines below belong to this, but an opening brace ({) is missing at the end of this line.",
    vi: "Các dòng bên dưới thuộc khai báo này, nhưng thiếu dấu ngoặc nhọn mở ({) ở cuối dòng.",
  },
  "unclosed-text": {
    severity: "error",
    en: 'The text is not closed: a quotation mark (") is missing at the end.',
    vi: 'Đoạn chữ chưa được đóng: thiếu dấu ngoặc kép (") ở cuối.',
  },
  "curly-quotes": {
    severity: "error",
    en: 'Use straight quotation marks (") around a text.',
    vi: 'Hãy dùng dấu ngoặc kép thẳng (") quanh đoạn chữ.',
  },
  "invalid-period": {
    severity: "error",
    en: "“{text}” {fault}. {hint}",
    vi: "“{text}” {fault}. {hint}",
  },
  "invalid-number": {
    severity: "error",
    en: "“{text}” is not a number that can be read surely. Write thousands in one piece or with “_” ({example}), and decimals with one comma or point.",
    vi: "Không thể đọc chắc chắn số “{text}”. Hãy viết hàng nghìn liền nhau hoặc với “_” ({example}), và phần thập phân với một dấu phẩy hoặc dấu chấm.",
  },
  "name-of-several-words": {
    severity: "error",
    en: "“{text}” is a keyword of several words; a name is one word, such as {example}.",
    vi: "“{text}” là từ khóa gồm nhiều từ; tên phải là một từ, chẳng hạn {example}.",
  },
  "misplaced-colon": {
    severity: "error",
    en: "No colon belongs here: {instead}.",
    vi: "Ở đây không dùng dấu hai chấm: {instead}.",
  },
  "unexpected-character": {
    severity: "error",
    en: "The character “{text}” has no meaning here.",
    vi: "Ký tự “{text}” không có nghĩa ở đây.",
  },
  "invisible-character": {
    severity: "warning",
    en: "There is an invisible character here ({character}). Delete it.",
    vi: "Ở đây có một ký tự không nhìn thấy ({character}). Hãy xóa nó.",
  },
  "bidi-control": {
    severity: "error",
    en: "There is an invisible character here that reorders the text on the screen. Delete it.",
    vi: "Ở đây có một ký tự không nhìn thấy làm đảo thứ tự chữ trên màn hình. Hãy xóa nó.",
  },
  "nesting-too-deep": {
    severity: "error",
    en: "Blocks or parentheses are nested more than {limit} deep; what stands inside is not read.",
    vi: "Các khối hoặc ngoặc đơn lồng nhau quá {limit} lớp; phần bên trong không được đọc.",
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;
