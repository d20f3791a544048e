import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { toMarkdown } from "../../../server/src/export/markdown.ts";
import { buildSummary } from "../../../server/src/export/rows.ts";
import { judgedPlan } from "../../support/judged-plan.ts";
import { indicator, plan, task } from "../../support/models.ts";

const hostile = [
  "a | b",
  "two\nlines\r\nand\u2028three",
  "<script>alert(1)</script>",
  "<!-- hidden",
  "[click](javascript:alert(1))",
  "![x](http://tracker.example/x.png)",
  "*bold* _under_ `code` ~~gone~~",
  "back\\slash \\| pipe",
  "&lt;b&gt; &amp;",
  "# no heading",
  "__proto__",
];

/** The texts of all cells of the tables, as a Markdown reader shows them. */
function readCells(markdown: string): string[][] {
  const rows: string[][] = [];
  for (const token of new MarkdownIt({ html: true }).parse(markdown, {})) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type !== "inline" || rows.length === 0) continue;
    rows
      .at(-1)!
      .push(
        (token.children ?? [])
          .map((child) => (child.type === "text" ? child.content : `{${child.type}}`))
          .join(""),
      );
  }
  return rows;
}

test.each(hostile)("a name like %j is read back as plain words in one cell", (name) => {
  const judgement = judgedPlan("2024-06-30", plan("2021..2030", { name }), [indicator({ name })]);
  const markdown = toMarkdown(buildSummary(judgement, { language: "en", forecasts: true }));
  const [headings, cells] = readCells(markdown);
  expect(cells).toHaveLength(headings!.length);
  expect(cells![1]!).toBe(name.replace(/\s+/g, " "));
  expect(new MarkdownIt({ html: true }).render(markdown)).not.toMatch(/<(script|img|a|em|code|del|s)\b|<!--/);
});

test("the whole page, word by word", () => {
  const decade = plan("2021..2030", { name: "Kế hoạch" });
  const judgement = judgedPlan(
    "2024-06-30",
    decade,
    [indicator({ plan: decade, name: "Nữ lãnh đạo", target: ["2023 >= 60"], measured: ["2023 = 11 of 20"] })],
    [task({ due: ["2025"] })],
  );
  expect(
    toMarkdown(buildSummary(judgement, { language: "vi", forecasts: true })),
  ).toBe(`# Bảng tổng hợp chỉ tiêu và nhiệm vụ

Tính đến 30/6/2024.

## Kế hoạch

### Chỉ tiêu

không đạt **1**

| STT | Chỉ tiêu | Đơn vị tính | Kỳ gốc | Mục tiêu 2023 | Kết quả 2023 | Kết quả mới nhất | Đánh giá | Dự báo | Giải trình | Chủ trì | Điều khoản |
| --- | --- | --- | --- | --- | --: | --- | --- | --- | --- | --- | --- |
| 1 | Nữ lãnh đạo | % | – | ít nhất 60% | 55% (11/20) | 2023: 55% (11/20) | **không đạt** | – | – | – | – |

### Nhiệm vụ

chưa đến hạn **1**

| STT | Nhiệm vụ | Thời hạn | Kết quả, minh chứng | Đánh giá | Giải trình | Chủ trì | Phối hợp | Điều khoản |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | T | 2025 | – | chưa đến hạn | – | – | – | – |
`);
});
