import type { Language } from "../diagnostics/language.ts";

/** Why a name is not given; `{name}` is the new one. */
const refusals = {
  "built-in": {
    en: "This unit is always there and keeps its name.",
    vi: "Đây là đơn vị tính có sẵn, không đổi tên được.",
  },
  ambiguous: {
    en: "This name is a category of several dimensions. Write which one is meant first.",
    vi: "Tên này thuộc nhiều phân tổ. Trước hết hãy viết rõ phân tổ nào.",
  },
  "not-a-name": {
    en: "“{name}” is no name: a name is one word of letters, digits and “_”, and does not begin with a digit.",
    vi: "“{name}” không dùng làm tên được: tên là một từ gồm chữ cái, chữ số và “_”, không bắt đầu bằng chữ số.",
  },
  "built-in-name": {
    en: "“{name}” is a unit that is always there. Choose another name.",
    vi: "“{name}” là đơn vị tính có sẵn. Hãy chọn tên khác.",
  },
  "taken-here": {
    en: "“{name}” is already a name in “{file}”. Choose another one.",
    vi: "“{name}” đã là một tên trong “{file}”. Hãy chọn tên khác.",
  },
  "taken-in-used": {
    en: "“{name}” is already a name in “{file}”, which “{user}” uses as well. Choose another one.",
    vi: "“{name}” đã là một tên trong “{file}” mà “{user}” cũng dùng. Hãy chọn tên khác.",
  },
  "would-change-meaning": {
    en: "With “{name}”, some names would stand for something else than now. Choose another one.",
    vi: "Nếu đổi thành “{name}”, có tên sẽ mang nghĩa khác. Hãy chọn tên khác.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type RenameRefusal = keyof typeof refusals;

/** The reason in the user's language. */
export function refusalText(
  reason: RenameRefusal,
  holes: Readonly<Record<string, string>>,
  language: Language,
): string {
  const values = new Map(Object.entries(holes));
  return refusals[reason][language].replace(/\{(\w+)\}/g, (_, hole: string) => values.get(hole) ?? "");
}
