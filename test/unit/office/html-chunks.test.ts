import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxXmlDepth } from "../../../server/src/limits.ts";
import { createAllowance } from "../../../server/src/office/allowance.ts";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import { readHtmlBlocks } from "../../../server/src/office/docx/html-blocks.ts";
import { OfficeError } from "../../../server/src/office/office-error.ts";
import type { DocumentText } from "../../../server/src/text/document-text.ts";
import { altChunk, makeDocx } from "../../support/docx.ts";
import { propertyRuns } from "../../support/runs.ts";

/** Web pages that a Word document takes in. */

function read(html: string, type = "text/html"): DocumentText {
  const chunks = { c: { name: "c.htm", type, content: html } };
  return readDocxText(makeDocx({ body: altChunk("c"), chunks }));
}

const linesOf = (html: string) => read(html).text.split("\n");

describe("the text of a web page", () => {
  test("is a paragraph a line, as it is seen: spaces run together, entities and inline marks gone", () => {
    const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Tên</title><style>p { color: red }</style>
      <script>document.write("x")</script></head><body>
      <h1>I. M&#7908;C   TI&Ecirc;U</h1><!-- a comment -->
      <p>1. Đến năm <b>2025</b>
         Huyện đạt 60&percnt; <a href="http://127.0.0.1:9/">trở&nbsp;lên</a>.<p>2. Hết
      <div>3. <span>a</span>b<div>trong</div>c</div></body></html>`;
    expect(linesOf(page)).toEqual([
      "I. MỤC TIÊU",
      "1. Đến năm 2025 Huyện đạt 60% trở\u00a0lên.",
      "2. Hết",
      "3. ab",
      "trong",
      "c",
    ]);
    expect(read(page.replace("<!DOCTYPE html>", ""), "Text/HTML; charset=utf-8").text).toBe(read(page).text);
  });

  test("is that of XHTML, too", () => {
    const page =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>a<br/>B</p><p/><p>c</p></body></html>';
    expect(read(page, "application/xhtml+xml").text).toBe("a\nB\nc");
  });

  test("has typed line breaks as Word's are read, and those of preformatted text", () => {
    expect(linesOf("<p>Một<br>hai<br>Ba</p><pre>I. A\n  II. B</pre>")).toEqual([
      "Một hai",
      "Ba",
      "I. A",
      "II. B",
    ]);
  });

  test("leaves out what is hidden or deleted", () => {
    expect(
      linesOf(
        '<p>a<del>b</del><ins>c</ins><span style="DISPLAY : none">d<b>e</b></span><span hidden>f</span><span style="mso-hide:all">g</span>h</p><div style="display:none"><p>i</p></div><template><p>j</p></template>',
      ),
    ).toEqual(["ach"]);
  });

  test("is no more than its text where marks are broken", () => {
    expect(linesOf("a</p></div></b>b<p>c<b><i>d</p>e <unknown x=<y>f")).toEqual(["a", "b", "cd", "e f"]);
    expect(read("").text).toBe("");
    expect(linesOf("chỉ là chữ & dấu < 5")).toEqual(["chỉ là chữ & dấu < 5"]);
  });
});

describe("lists", () => {
  test("have their numbers, in the letters they say, from where they start", () => {
    expect(
      linesOf(`<ol type="I" start="2"><li>a<ol><li>b<li>c</ol></li><li>d</li></ol>
        <ol style="list-style-type: lower-alpha"><li>e</li><li value="4">f</li><li><p>g</p><p>h</p></li></ol>
        <ol type="i"><li>k</ol><ol type="A"><li>l</ol><ol style="list-style:none"><li>m</ol><p>n</p>`),
    ).toEqual(["II. a", "1. b", "2. c", "III. d", "a. e", "d. f", "e. g", "h", "i. k", "A. l", "m", "n"]);
  });

  test("have bullets by their depth, as those of Word", () => {
    expect(linesOf("<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul><li>e")).toEqual([
      "• a",
      "+ b",
      "* c",
      "• d",
      "• e",
    ]);
  });

  test("that Word itself wrote carry their numbers as text", () => {
    expect(
      linesOf(
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Một</p>",
      )[0]?.replace(/\s+/gu, " "),
    ).toBe("1. Một");
  });
});

describe("tables", () => {
  test("are rows with their headings, merged cells as Word's", () => {
    const { text, rows } = read(`<p>PHỤ LỤC</p><table><caption>Bảng</caption>
      <thead><tr><th rowspan="2">TT<th rowspan=2>Chỉ tiêu<th colspan="2">Mục tiêu</tr><tr><th>2025<th>2030</thead>
      <tbody><tr><td>1<td>Hộ nghèo<td>3%<td rowspan="3">1%</tr><tr><td>2<td>Xã<td>10</tr><tr><td>3<td><p>Một</p><p>hai</p><td>5</tr></tbody>
      </table><p>Hết</p>`);
    expect(text.split("\n")).toEqual([
      "PHỤ LỤC",
      "Bảng",
      "| TT | Chỉ tiêu | Mục tiêu |",
      "|  |  | 2025 | 2030 |",
      "| 1 | Hộ nghèo | 3% | 1% |",
      "| 2 | Xã | 10 |  |",
      "| 3 | Một hai | 5 |  |",
      "Hết",
    ]);
    expect(rows.map(({ isHeading }) => isHeading)).toEqual([true, true, false, false, false]);
    expect(rows[2]!.cells.map(({ heading }) => heading)).toEqual([
      "TT",
      "Chỉ tiêu",
      "Mục tiêu 2025",
      "Mục tiêu 2030",
    ]);
    expect(rows[3]!.cells[3]).toMatchObject({ heading: "Mục tiêu 2030", above: "1%" });
    expect(rows[4]!.cells[3]).toMatchObject({ above: "1%" });
  });

  test("may stand in one another, and lack rows", () => {
    expect(linesOf("<table><td>TT<td>Nội dung<tr><td>1<td><table><tr><td>a<td>b</table></table>")).toEqual([
      "| TT | Nội dung |",
      "| 1 | a b |",
    ]);
    const rowless = '<table><tr><td>TT<td>Chỉ tiêu<td rowspan="2">Nội dung</tr><td>1<td>a</table>';
    expect(read(rowless).rows[1]!.cells).toMatchObject([
      { heading: "TT" },
      { heading: "Chỉ tiêu" },
      { above: "Nội dung" },
    ]);
  });
});

describe("what attacks", () => {
  const refusalOf = (html: string) => {
    try {
      read(html);
      return undefined;
    } catch (error) {
      return error instanceof OfficeError ? error.failure : error;
    }
  };

  test("elements as deep as may be, one deeper, and 300,000 deep", () => {
    expect(linesOf(`${"<div>".repeat(maxXmlDepth)}a`)).toEqual(["a"]);
    expect(refusalOf(`${"<div>".repeat(maxXmlDepth + 1)}a`)).toBe("too-complex");
    expect(refusalOf("<b>".repeat(300_000))).toBe("too-complex");
  });

  test("cells that reach through more rows than may be", () => {
    const row = `<tr>${'<td rowspan="60000">'.repeat(60)}</tr>`;
    expect(refusalOf(`<table>${row}${"<tr>".repeat(9_000)}</table>`)).toBe("too-complex");
    expect(refusalOf(`<table>${row}${"<tr>".repeat(8_000)}</table>`)).toBeUndefined();
    expect(
      refusalOf('<table><tr><td colspan="99999999">a<td colspan="-1">b<td rowspan="1e9">c</table>'),
    ).toBe(undefined);
  });

  test("an entity a million times, an attribute and a comment without an end", () => {
    expect(linesOf("&amp;".repeat(1_000_000))[0]).toHaveLength(1_000_000);
    expect(refusalOf(`<p title="${"a".repeat(1_000_000)}`)).toBeUndefined();
    expect(refusalOf(`<!--${"-".repeat(1_000_000)}`)).toBeUndefined();
    expect(refusalOf("<".repeat(1_000_000))).toBeUndefined();
    expect(refusalOf("</a".repeat(300_000))).toBeUndefined();
  });
});

test("whatever stands in whatever: every word that is shown is in the blocks once", () => {
  const names =
    "p p div b br hr ol ul li li table thead tr tr td th h1 pre caption svg a select option form".split(" ");
  const node: fc.Arbitrary<string> = fc.letrec<{ node: string; inside: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("từ", " ", "&nbsp;", "\n"),
      fc
        .tuple(fc.constantFrom(...names), tie("inside"), fc.boolean(), fc.constantFrom("", ' rowspan="2"'))
        .map(([name, inside, isClosed, more]) => `<${name}${more}>${inside}${isClosed ? `</${name}>` : ""}`),
      fc.constantFrom("</p>", "</li>", "</table>", "</td>", "</ol>", "</b>"),
    ),
    inside: fc.array(tie("node"), { maxLength: 5 }).map((nodes) => nodes.join("")),
  })).inside;
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), (parts) => {
      let count = 0;
      const html = parts.join("").replace(/từ/gu, () => `từ${String.fromCharCode(0x4e00 + count++)}`);
      const found = JSON.stringify(readHtmlBlocks(html, createAllowance())).match(/[\u4e00-\u9fff]/gu) ?? [];
      expect([...found].sort()).toEqual(
        Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + index)),
      );
    }),
    propertyRuns(2_000),
  );
});
