import type { CatalogEntry } from "./message-template.ts";

/** Problems between a plan and the document that was signed. */
export const documentProblems = {
  "document-missing": {
    severity: "error",
    en: "The plan document “{file}” is not there. Its clauses can't be checked.",
    vi: "Không tìm thấy văn bản “{file}”. Không thể kiểm tra các điều khoản.",
  },
  "document-unreadable": {
    severity: "error",
    en: "The plan document “{file}” can't be read: {reason}.",
    vi: "Không đọc được văn bản “{file}”: {reason}.",
  },
  "document-unsupported": {
    severity: "error",
    en: "A plan document of this kind is not read: {advice}",
    vi: "Không đọc được loại văn bản này: {advice}",
  },
  "document-part-not-read": {
    severity: "warning",
    en: "“{file}” was put together from several files, and not all of it could be read: {parts}. Open it in Word, see that nothing is missing, and save it again; Word then makes one text of it.",
    vi: "“{file}” được ghép từ nhiều tệp và có phần chưa đọc được: {parts}. Hãy mở bằng Word, xem đã đủ nội dung chưa rồi lưu lại; Word sẽ gộp thành một văn bản.",
  },
  "clause-not-found": {
    severity: "error",
    en: "“{file}” has no clause {address}.{hint}",
    vi: "“{file}” không có điều khoản {address}.{hint}",
  },
  "clause-ambiguous": {
    severity: "warning",
    en: "“{file}” numbers {count} clauses {address}. Write which one is meant: {choices}.",
    vi: "“{file}” có {count} điều khoản cùng số {address}. Hãy viết rõ: {choices}.",
  },
  "clause-text-changed": {
    severity: "warning",
    en: "The words “{words}” are not in clause {address} of “{file}”.{hint}",
    vi: "Điều khoản {address} của “{file}” không có các từ “{words}”.{hint}",
  },
  "target-differs-from-clause": {
    severity: "warning",
    en: "The {aspect} differs from clause {address}: “{words}” ({promised}). The target here is “{target}”.",
    vi: "Khác với điều khoản {address} về {aspect}: văn bản ghi “{words}” ({promised}), mục tiêu ở đây là “{target}”.",
  },
  "commitment-without-target": {
    severity: "information",
    en: "Clause {address} also promises {promised} (“{words}”); no target of an indicator that cites it is about this.",
    vi: "Điều khoản {address} còn cam kết {promised} (“{words}”); chưa có mục tiêu nào của chỉ tiêu dẫn điều khoản này nói đến.",
  },
  "clause-not-covered": {
    severity: "information",
    en: "No indicator or task cites these clauses of “{file}”, which promise something in numbers ({count}): {clauses}. Cite them, or set them aside.",
    vi: "Chưa có chỉ tiêu hay nhiệm vụ nào dẫn các điều khoản nêu cam kết sau của “{file}” ({count}): {clauses}. Hãy dẫn chúng, hoặc ghi “không theo dõi”.",
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;
