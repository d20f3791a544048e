import type { Entry } from "../semantics/entry.ts";
import type { FeatureContext } from "./feature-context.ts";
import { escapeMarkdown } from "./markdown.ts";

/** On the path of a table: what was read from it, and how. */
export function tableHover(context: FeatureContext, entry: Entry, written: string): readonly string[] {
  const facts = context.tables.factsOf(entry);
  const head = `**${escapeMarkdown(written)}**`;
  if (!facts) return [];
  const isVietnamese = context.settings.language === "vi";
  if (facts === "pending") return [`${head} — ${isVietnamese ? "đang đọc" : "being read"}`];
  const { encoding, sheet, rows, values, style, problems } = facts;
  // UTF-8 is what everybody takes it for.
  const encodings = encoding === null || encoding === "utf-8" ? [] : [encoding];
  const parts = isVietnamese
    ? [
        ...(sheet === null ? [] : [`trang “${sheet}”`]),
        ...encodings.map((one) => `bảng mã ${one}`),
        `${rows} dòng`,
        `${values} kết quả`,
        ...(style === null ? [] : [`số viết kiểu ${style === "decimal-comma" ? "62,5" : "62.5"}`]),
        problems === 0 ? "không có ô nào cần xem lại" : `${problems} chỗ cần xem lại`,
      ]
    : [
        ...(sheet === null ? [] : [`sheet “${sheet}”`]),
        ...encodings.map((one) => `encoding ${one}`),
        `rows: ${rows}`,
        `values: ${values}`,
        ...(style === null ? [] : [`numbers as ${style === "decimal-comma" ? "62,5" : "62.5"}`]),
        problems === 0 ? "nothing to check" : `to check: ${problems}`,
      ];
  return [head, escapeMarkdown(parts.join(" · "))];
}
