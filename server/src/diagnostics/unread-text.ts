import type { UnreadPart, UnreadReason } from "../text/document-text.ts";
import { documentProblems } from "./catalog-documents.ts";
import { bilingual, inLanguage, type Language, type LocalText } from "./language.ts";
import { fillTemplate } from "./message-template.ts";

const mostNamed = 5;

/** The parts of a document that were not read, each with why: “phu-luc.rtf” (a format that is not read), … */
export function unreadText(unread: readonly UnreadPart[]): LocalText {
  return (language) => {
    const named = unread.slice(0, mostNamed).map(({ name, reason }) => {
      const what = name === null ? bilingual("a part", "một phần") : `“${name}”`;
      return `${inLanguage(what, language)} (${inLanguage(reasonText(reason), language)})`;
    });
    const more = unread.length - named.length;
    if (more > 0) named.push(inLanguage(bilingual(`and ${more} more`, `và ${more} phần khác`), language));
    return named.join(", ");
  };
}

/** What `document-part-not-read` says, for who has the document and no plan yet. */
export function unreadMessage(file: string, unread: readonly UnreadPart[], language: Language): string {
  return fillTemplate(
    documentProblems["document-part-not-read"],
    { file, parts: unreadText(unread) },
    language,
  );
}

function reasonText(reason: UnreadReason): LocalText {
  switch (reason) {
    case "absent":
      return bilingual("missing, or outside the file", "bị thiếu hoặc nằm ngoài tệp");
    case "format":
      return bilingual("a format that is not read", "định dạng không đọc được");
    case "damaged":
      return bilingual("damaged", "bị hỏng");
    case "encrypted":
      return bilingual("protected by a password", "có mật khẩu bảo vệ");
    case "not-utf8":
      return bilingual("letters in an encoding that is not read", "bảng mã chữ không đọc được");
  }
}
