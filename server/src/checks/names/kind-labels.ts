import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import type { NameKind } from "../../semantics/facts.ts";

/** Each kind of name as messages say it, bare and with its article. */
export const kindLabels: Readonly<Record<NameKind, { readonly bare: LocalText; readonly one: LocalText }>> = {
  plan: label("plan", "a plan", "kế hoạch"),
  unit: label("unit", "a unit", "đơn vị tính"),
  body: label("body", "a body", "cơ quan"),
  dimension: label("dimension", "a dimension", "phân tổ"),
  category: label("category", "a category", "loại của phân tổ"),
  indicator: label("indicator", "an indicator", "chỉ tiêu"),
  task: label("task", "a task", "nhiệm vụ"),
  document: label("document", "a document", "văn bản"),
};

function label(bare: string, one: string, vietnamese: string) {
  return { bare: bilingual(bare, vietnamese), one: bilingual(one, vietnamese) };
}
