import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commitmentsOf } from "../../../server/src/documents/commitments/commitments.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import {
  abstractList,
  cell,
  type DocxParts,
  list,
  makeDocx,
  paragraph,
  row,
  run,
  table,
} from "../../support/docx.ts";
import { evenText, fixtureText, readFixture } from "../documents/read-fixture.ts";

const textOf = (parts: DocxParts) => readDocxText(makeDocx(parts)).text;
const linesOf = (parts: DocxParts) => textOf(parts).split("\n");

describe("automatic numbers", () => {
  const outline = abstractList(0, [
    ["upperRoman", "%1."],
    ["decimal", "%2."],
    ["lowerLetter", "%3)"],
  ]);

  test("count by level; an inner level starts again under the next outer one", () => {
    const at = (level: number) => paragraph("x", `1/${level}`);
    const body = [0, 1, 1, 2, 2, 1, 0, 1, 2].map(at).join("");
    expect(linesOf({ numbering: outline + list(1, 0), body })).toEqual(
      ["I.", "1.", "2.", "a)", "b)", "3.", "II.", "1.", "a)"].map((label) => `${label} x`),
    );
  });

  test("go on through text between, and through another list of the same definition", () => {
    const body = paragraph("a", "1/0") + paragraph("between") + paragraph("b", "1/0") + paragraph("c", "2/0");
    expect(linesOf({ numbering: outline + list(1, 0) + list(2, 0), body })).toEqual([
      "I. a",
      "between",
      "II. b",
      "III. c",
    ]);
  });

  test("start again where the list says so, once", () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>';
    const body = paragraph("a", "1/0") + paragraph("b", "2/0") + paragraph("c", "2/0");
    expect(linesOf({ numbering: outline + list(1, 0) + list(2, 0, again), body })).toEqual([
      "I. a",
      "IV. b",
      "V. c",
    ]);
  });

  test("hold the numbers above them, as decimals in legal style", () => {
    const legal = abstractList(0, [
      ["upperRoman", "%1."],
      ["decimal", "%1.%2."],
      ["decimal", "%1.%2.%3.", "<w:isLgl/>"],
    ]);
    const body = paragraph("a", "1/0") + paragraph("b", "1/1") + paragraph("c", "1/2");
    expect(linesOf({ numbering: legal + list(1, 0), body })).toEqual(["I. a", "I.1. b", "1.1.1. c"]);
  });

  test("that name a part stand alone before its title; a bare one before nothing is left out", () => {
    const chapters = abstractList(0, [["upperRoman", "Chương %1"]]);
    const items = abstractList(1, [["decimal", "%1."]]);
    const body =
      paragraph("", "1/0") + paragraph("QUY ĐỊNH CHUNG") + paragraph("x", "2/0") + paragraph("", "2/0");
    expect(linesOf({ numbering: chapters + items + list(1, 0) + list(2, 1), body })).toEqual([
      "Chương I",
      "QUY ĐỊNH CHUNG",
      "1. x",
      "",
    ]);
  });

  test("may never start again", () => {
    const articles = abstractList(0, [
      ["upperRoman", "Chương %1."],
      ["decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'],
    ]);
    const body = ["1/0", "1/1", "1/1", "1/0", "1/1"].map((place) => paragraph("x", place)).join("");
    expect(linesOf({ numbering: articles + list(1, 0), body })).toEqual([
      "Chương I. x",
      "Điều 1. x",
      "Điều 2. x",
      "Chương II. x",
      "Điều 3. x",
    ]);
  });

  test.each([
    ["decimalZero", "01", "02"],
    ["lowerRoman", "i", "ii"],
    ["upperLetter", "A", "B"],
    ["none", "x", "x"],
    ["vietnameseCounting", "1", "2"],
  ])("in the format %s", (format, first, second) => {
    const numbering = abstractList(0, [[format, "%1"]]) + list(1, 0);
    const lines = linesOf({ numbering, body: paragraph("x", "1/0") + paragraph("x", "1/0") });
    expect(lines.map((line) => line.split(" ")[0])).toEqual([first, second]);
  });

  test("come from the style, from the level that the list gives it, and not where the paragraph says none", () => {
    const numbering =
      abstractList(0, [
        ["upperRoman", "%1.", '<w:pStyle w:val="H1"/>'],
        ["decimal", "%2.", '<w:pStyle w:val="H2"/>'],
      ]) + list(7, 0);
    const style = (id: string, inside: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
    const styles =
      style("H1", '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style("H2", '<w:basedOn w:val="H1"/>') +
      style("H3", '<w:basedOn w:val="H2"/>');
    const styled = (id: string, list = "") => paragraph("x", list, `<w:pStyle w:val="${id}"/>`);
    const body = styled("H1") + styled("H2") + styled("H3") + styled("H1", "0/0");
    expect(linesOf({ numbering, styles, body })).toEqual(["I. x", "1. x", "2. x", "x"]);
  });

  test("are counted for an empty paragraph too, as Word prints them", () => {
    const numbering = abstractList(0, [["decimal", "%1."]]) + list(1, 0);
    const body = paragraph("a", "1/0") + paragraph("<w:r/>", "1/0") + paragraph("c", "1/0");
    expect(linesOf({ numbering, body })).toEqual(["1. a", "", "3. c"]);
  });

  test("begin with their own start again below each outer one", () => {
    const from3 = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>';
    const body = ["1/0", "1/1", "1/0", "1/1"].map((place) => paragraph("x", place)).join("");
    expect(linesOf({ numbering: outline + list(1, 0, from3), body })).toEqual([
      "I. x",
      "3. x",
      "II. x",
      "3. x",
    ]);
  });

  test("stand alone in the first column of a table", () => {
    const numbering = abstractList(0, [["decimal", "%1"]]) + list(1, 0);
    const number = () => cell(paragraph("<w:r/>", "1/0"));
    const body = table([row(["TT", "Nội dung"]), row([number(), "a"]), row([number(), "b"])]);
    expect(linesOf({ numbering, body })).toEqual(["| TT | Nội dung |", "| 1 | a |", "| 2 | b |"]);
  });

  test("bullets of the styles that Word has for inner levels differ", () => {
    const numbering =
      abstractList(0, [["bullet", "\uf0b7"]]) +
      abstractList(1, [["bullet", "\uf0b7"]]) +
      list(1, 0) +
      list(2, 1);
    const styles = [1, 2]
      .map(
        (n) =>
          `<w:style w:type="paragraph" w:styleId="B${n}"><w:name w:val="List Bullet${n > 1 ? ` ${n}` : ""}"/><w:pPr><w:numPr><w:numId w:val="${n}"/></w:numPr></w:pPr></w:style>`,
      )
      .join("");
    const body = paragraph("a", "", '<w:pStyle w:val="B1"/>') + paragraph("b", "", '<w:pStyle w:val="B2"/>');
    expect(linesOf({ numbering, styles, body })).toEqual(["• a", "+ b"]);
  });

  test.each([
    ["-", "-"],
    ["–", "-"],
    ["\uf0b7", "•"],
    ["+", "+"],
  ])("bullet %j is printed as %j", (sign, printed) => {
    const numbering = abstractList(0, [["bullet", sign]]) + list(1, 0);
    expect(textOf({ numbering, body: paragraph("x", "1/0") })).toBe(`${printed} x`);
  });
});

describe("what is read", () => {
  test("tracked changes as accepted: what is deleted or was moved away is gone, what is new is there", () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>60%</w:delText></w:r></w:del>';
    const inserted = `<w:ins w:id="2">${run("65%")}</w:ins>`;
    const moved = `<w:moveFrom w:id="3">${run("gone ")}</w:moveFrom><w:moveTo w:id="4">${run("come ")}</w:moveTo>`;
    expect(textOf({ body: paragraph(`${run("đạt ")}${deleted}${inserted}${moved}`) })).toBe("đạt 65%come");
  });

  test("a paragraph whose end was deleted is one with the next; a deleted row is gone", () => {
    const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const joined = paragraph(run("một "), "", mark) + paragraph("hai");
    const rows = table([row(["TT", "Chỉ tiêu"]), row(["1", "a"], '<w:del w:id="2"/>'), row(["2", "b"])]);
    expect(linesOf({ body: joined + rows })).toEqual(["một hai", "| TT | Chỉ tiêu |", "| 2 | b |"]);
  });

  test("nothing after a deleted paragraph end takes its words along, be it a cell's or the document's", () => {
    const open = (words: string) => paragraph(run(words), "", '<w:rPr><w:del w:id="1"/></w:rPr>');
    const rows = table([row(["TT", "Nội dung"]), row(["1", cell(open("trong ô"))])]);
    expect(linesOf({ body: open("trước bảng") + rows + open("cuối") })).toEqual([
      "trước bảng",
      "| TT | Nội dung |",
      "| 1 | trong ô |",
      "cuối",
    ]);
  });

  test("a deleted cell is empty", () => {
    const rows = table([row(["TT", "2025", "2030"]), row(["1", cell("60", '<w:cellDel w:id="1"/>'), "75"])]);
    expect(linesOf({ body: rows })[1]).toBe("| 1 |  | 75 |");
  });

  test("a hidden paragraph end: the heading and what goes on in its line, with the heading's number", () => {
    const numbering = abstractList(0, [["decimal", "%1."]]) + list(1, 0);
    const hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    const nothing = paragraph(run("ẩn", "<w:vanish/>"), "1/0", hidden);
    const body =
      nothing + paragraph("Mục đích.", "1/0", hidden) + paragraph("Nâng cao") + paragraph("b", "1/0");
    expect(linesOf({ numbering, body })).toEqual(["1. Mục đích. Nâng cao", "2. b"]);
  });

  test("capitals where the run or the style shows them, whatever was typed", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="K"/><w:rPr><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="K2"><w:name w:val="K2"/><w:basedOn w:val="K"/></w:style>';
    const body =
      paragraph(run("Kế hoạch", "<w:caps/>") + run(" năm")) +
      paragraph(run("Phụ lục") + run(" x", '<w:caps w:val="0"/>'), "", '<w:pStyle w:val="K2"/>');
    expect(linesOf({ styles, body })).toEqual(["KẾ HOẠCH năm", "PHỤ LỤC x"]);
  });

  test("a line of contents that leads over dots to its page is none of the document's clauses", () => {
    const tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>';
    const line = (page: string) =>
      paragraph(`${run("I. MỤC TIÊU")}<w:r><w:tab/></w:r>${run(page)}`, "", tabs);
    expect(linesOf({ body: line("3") + line("đồng") })).toEqual(["", "I. MỤC TIÊU đồng"]);
  });

  test("former properties do not count", () => {
    const numbering = abstractList(0, [["decimal", "%1."]]) + list(1, 0);
    const change =
      '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    expect(textOf({ numbering, body: paragraph("x", "", change) })).toBe("x");
  });

  test("no hidden text, instruction, comment mark or table of contents; what a field shows", () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const hidden = run("secret", "<w:vanish/>");
    const shown = run("open", '<w:vanish w:val="0"/>');
    const styles =
      '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="N"><w:name w:val="Normal"/></w:style>';
    const contents = paragraph("I. MỤC TIÊU 3", "", '<w:pStyle w:val="T1"/>');
    const gallery = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph("II. KHÁC 4")}</w:sdtContent></w:sdt>`;
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("kept")}</w:sdtContent></w:sdt>`;
    const body = paragraph(field + hidden + shown) + contents + gallery + control;
    expect(linesOf({ styles, body }).filter((line) => line !== "")).toEqual(["7open", "kept"]);
  });

  test("text boxes once, after their paragraph", () => {
    const inside = `<w:txbxContent>${paragraph("in the box")}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${inside}</mc:Choice><mc:Fallback><w:pict><v:textbox>${inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(linesOf({ body: paragraph(`${run("host")}${both}`) })).toEqual(["host", "in the box"]);
  });

  test("breaks, tabs, hyphens and symbols", () => {
    const body = paragraph(
      `${run("KẾ HOẠCH")}<w:r><w:br/></w:r>${run("Năm 2022")}<w:r><w:br/></w:r>${run("của tỉnh")}` +
        '<w:r><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>',
    );
    expect(linesOf({ body })).toEqual(["KẾ HOẠCH", "Năm 2022 của tỉnh a-b≥5"]);
  });

  test("a typed line break ends a line, but no sentence", () => {
    const lines = ["Đến năm", "2025 đạt", "60% số xã;", "a) một", "ii) hai", "3. ba", "2026 là năm"];
    const body = paragraph(lines.map((line) => run(line)).join("<w:r><w:br/></w:r>"));
    expect(linesOf({ body })).toEqual([
      "Đến năm 2025 đạt 60% số xã;",
      "a) một",
      "ii) hai",
      "3. ba 2026 là năm",
    ]);
  });

  test("a typed line break parts neither a range of years nor a citation", () => {
    const lines = [
      "1. Giai đoạn 2026",
      "- 2030, phạt theo quy định tại",
      "khoản 2 Điều 9, tại điểm",
      "b) khoản 3; trong quý",
      "IV. Hằng ngày",
      "- Một",
      "- 2031",
    ];
    const body = paragraph(lines.map((line) => run(line)).join("<w:r><w:br/></w:r>"));
    expect(linesOf({ body })).toEqual([
      "1. Giai đoạn 2026 - 2030, phạt theo quy định tại khoản 2 Điều 9, tại điểm b) khoản 3; trong quý IV. Hằng ngày",
      "- Một",
      "- 2031",
    ]);
  });

  test("drawings of Wingdings before an item are bullets, letters of Symbol and check marks are not", () => {
    const sign = (font: string, code: string) =>
      `<w:p><w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>${run(" x")}</w:p>`;
    const body = [sign("Wingdings", "F0D8"), sign("Wingdings", "F0FC"), sign("Symbol", "F0D8")].join("");
    expect(linesOf({ body })).toEqual(["• x", "x", "x"]);
  });

  test("the end of a line in the file is a space", () => {
    expect(linesOf({ body: paragraph("1. một\n- hai") })).toEqual(["1. một - hai"]);
  });

  test("the result of a field in another's codes is not shown, in another's result it is", () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (codes: string, result: string) =>
      `${mark("begin")}<w:r><w:instrText> IF </w:instrText></w:r>${codes}${mark("separate")}${result}${mark("end")}`;
    const body =
      paragraph(field(field("", run("mã")), run("1. một"))) +
      paragraph(field("", run("2. hai ") + field("", run("ba"))));
    expect(linesOf({ body })).toEqual(["1. một", "2. hai ba"]);
  });

  test("no place where a word may be parted", () => {
    expect(textOf({ body: paragraph("tăng trư\u00adởng") })).toBe("tăng trưởng");
  });

  test("strict documents, whose namespaces differ", () => {
    const strict = makeDocx({ body: paragraph("x") });
    const text = new TextDecoder("latin1").decode(strict);
    expect(text).toContain("document.xml");
    const body = paragraph("x");
    const document = `<?xml version="1.0"?><w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${body}</w:body></w:document>`;
    expect(textOf({ body: "", others: { "word/document.xml": document } })).toBe("x");
  });
});

describe("tables", () => {
  test("the head of a letter stands side by side and is read side after side", () => {
    const letterhead = table([
      row([
        cell(paragraph("UBND TỈNH A") + paragraph("Số: 12/KH-UBND")),
        cell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("A, ngày 05 tháng 01 năm 2022")),
      ]),
    ]);
    const { text, rows } = readDocxText(
      makeDocx({ body: letterhead + paragraph("KẾ HOẠCH") + paragraph("Thử") }),
    );
    expect(rows).toEqual([]);
    expect(readPlanDocument(text, rows)).toMatchObject({
      number: "12/KH-UBND",
      date: "2022-01-05",
      title: "Thử",
    });
  });

  test("a table of targets is none, although it names a chairman; a signature beside the recipients is", () => {
    const body = table([row(["TT", "Chức danh"]), row(["1", "CHỦ TỊCH"])]);
    expect(readDocxText(makeDocx({ body })).rows).toHaveLength(2);
    const end = table([row([cell(paragraph("Nơi nhận:") + paragraph("- Như trên;")), "KT. GIÁM ĐỐC"])]);
    expect(linesOf({ body: end })).toEqual(["Nơi nhận:", "- Như trên;", "KT. GIÁM ĐỐC"]);
  });

  test("a table with a heading is read where no clause is open, too: before the first and behind the signature", () => {
    const rows = table([row(["TT", "Chỉ tiêu", "2025"]), row(["1", "Tỷ lệ hộ nghèo", "3%"])]);
    const body = [
      paragraph("KẾ HOẠCH"),
      paragraph("Giảm nghèo"),
      rows,
      paragraph("I. Một./."),
      paragraph("Nơi nhận:"),
      paragraph("BIỂU CHỈ TIÊU"),
      rows,
    ].join("");
    const read = readDocxText(makeDocx({ body }));
    const document = readPlanDocument(read.text, read.rows);
    expect(document.title).toBe("Giảm nghèo");
    expect(document.clauses.map(({ address }) => address)).toEqual(["r1", "r2", "I", "r1~2", "r2~2"]);
  });

  test("one cell of units goes for all the rows it stands beside; a value in it is that of the first", () => {
    const first = '<w:vMerge w:val="restart"/>';
    const body =
      paragraph("PHỤ LỤC") +
      table([
        row(["TT", "Chỉ tiêu", "ĐVT", "2025"]),
        row(["1", "Xã có trạm", cell("%", first), cell("60", first)]),
        row(["2", "Xã có thư viện", cell("", "<w:vMerge/>"), cell("", "<w:vMerge/>")]),
        row(["3", "Xã có chợ", cell("", "<w:vMerge/>"), "từ 98 trở lên"]),
      ]);
    const { text, rows } = readDocxText(makeDocx({ body }));
    const found = [...commitmentsOf(readPlanDocument(text, rows))].flatMap(([{ address }, reading]) =>
      reading.commitments.map(({ comparator, value, unit }) => [address, comparator, value, unit]),
    );
    expect(found).toEqual([
      ["PL1.r2", "reach", "60", "%"],
      ["PL1.r4", ">=", "98", "%"],
    ]);
  });

  const merged = '<w:vMerge w:val="restart"/>';
  const targets = table([
    row([
      cell("TT", merged),
      cell("Chỉ tiêu", merged),
      cell("ĐVT", merged),
      cell("Hiện trạng 2020", merged),
      cell("Mục tiêu", '<w:gridSpan w:val="2"/>'),
    ]),
    row([
      cell("", "<w:vMerge/>"),
      cell("", "<w:vMerge/>"),
      cell("", "<w:vMerge/>"),
      cell("", "<w:vMerge/>"),
      "2025",
      "Năm 2030",
    ]),
    row(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]),
    row(["I", cell("Chính trị", '<w:gridSpan w:val="5"/>')]),
    row(["1", "Đơn vị có lãnh đạo nữ", "%", "45", "60", "≥ 75"]),
    row(["2", "Hộ nghèo", "hộ", "18.000", "12.500", "5.000 - 6.000"]),
    row(["3", "Tử vong mẹ (/100.000 trẻ)", "", "50", "dưới 42", "-"]),
  ]);

  test("rows are clauses below the one they stand in; what follows the table is none of theirs", () => {
    const body =
      paragraph("PHỤ LỤC I") + paragraph("Chỉ tiêu") + targets + paragraph("Ghi chú") + paragraph("1. Một");
    const { text, rows } = readDocxText(makeDocx({ body }));
    const document = readPlanDocument(text, rows);
    expect(document.clauses.map(({ address }) => address)).toEqual([
      "PL1",
      "PL1.r1",
      "PL1.r2",
      "PL1.r3",
      "PL1.r4",
      "PL1.r5",
      "PL1.r6",
      "PL1.r7",
      "PL1.1",
    ]);
    expect(document.clauses[0]!.paragraphs.map((one) => one.text)).toEqual(["Chỉ tiêu", "Ghi chú"]);
    const fifth = document.clauses.find(({ address }) => address === "PL1.r5")!;
    expect(fifth).toMatchObject({
      text: "1 | Đơn vị có lãnh đạo nữ | % | 45 | 60 | ≥ 75",
      citation: "dòng thứ năm của bảng, Phụ lục I",
    });
    expect(fifth.cells!.map(({ heading }) => heading)).toEqual([
      "TT",
      "Chỉ tiêu",
      "ĐVT",
      "Hiện trạng 2020",
      "Mục tiêu 2025",
      "Mục tiêu Năm 2030",
    ]);
    expect(text.slice(fifth.textSpan.start, fifth.textSpan.end)).toBe(fifth.text);
  });

  test("promise what stands below a date, in the row's unit, and nothing of the present", () => {
    const { text, rows } = readDocxText(makeDocx({ body: paragraph("PHỤ LỤC I") + targets }));
    const found = [...commitmentsOf(readPlanDocument(text, rows))].flatMap(
      ([{ address, text: words }, reading]) =>
        reading.commitments.map((one) => [
          address,
          one.period,
          one.comparator,
          one.value,
          one.upper,
          one.unit,
          words.slice(one.span.start, one.span.end),
        ]),
    );
    expect(found).toEqual([
      ["PL1.r5", "2025", "reach", "60", null, "%", "60"],
      ["PL1.r5", "2030", ">=", "75", null, "%", "≥ 75"],
      ["PL1.r6", "2025", "reach", "12500", null, "hộ", "12.500"],
      ["PL1.r6", "2030", "between", "5000", "6000", "hộ", "5.000 - 6.000"],
      ["PL1.r7", "2025", "<", "42", null, "/100.000 trẻ", "dưới 42"],
    ]);
  });

  test("a table inside a cell is part of that cell; a bar in a cell is no border", () => {
    const inner = table([row(["a|b", "c"])]);
    const body = table([row(["TT", "Nội dung"]), row(["1", cell(inner + paragraph("d"))])]);
    expect(linesOf({ body })).toEqual(["| TT | Nội dung |", "| 1 | a¦b c d |"]);
  });
});

test("the first plan with Word's own numbers has the index of its plain text", () => {
  const plain = fixtureText("ke-hoach-snv-2022.txt");
  const numbering =
    abstractList(0, [
      ["upperRoman", "%1."],
      ["decimal", "%2."],
      ["lowerLetter", "%3)"],
    ]) +
    abstractList(1, [["bullet", "-"]]) +
    list(1, 0) +
    list(2, 1);
  const levels: readonly (readonly [RegExp, string])[] = [
    [/^[IVX]+\. /u, "1/0"],
    [/^\d+\. /u, "1/1"],
    [/^[a-zđ]\) /u, "1/2"],
    [/^- /u, "2/0"],
  ];
  const expected = readPlanDocument(plain);
  const firstClause = expected.clauses[0]!.line;
  const lastClause = expected.clauses.at(-1)!.line;
  let numbered = 0;
  const body = plain.split(/\r?\n/).map((line, index) => {
    const level = levels.find(
      ([pattern]) => index >= firstClause && index <= lastClause && pattern.test(line),
    );
    if (level === undefined) return paragraph(line);
    numbered += 1;
    return paragraph(line.replace(level[0], ""), level[1]);
  });
  const { text, rows } = readDocxText(makeDocx({ numbering, body: body.join("") }));
  const document = readPlanDocument(text, rows);
  expect(numbered).toBeGreaterThan(25);
  const outline = (one: typeof document) =>
    one.clauses.map(({ address, text: words }) => [address, words.trim()]);
  expect(outline(document)).toEqual(outline(expected));
  expect(document.title).toBe(expected.title);
  const promises = (one: typeof document) =>
    [...commitmentsOf(one)].map(([{ address }, { commitments }]) => [address, commitments]);
  expect(promises(document)).toEqual(promises(expected));
});

describe("a wrapped copy that was pasted line by line", () => {
  const pasted = (name: string) => {
    const lines = fixtureText(name).split(/\r?\n/u);
    return readDocxText(makeDocx({ body: lines.map((line) => paragraph(line)).join("") }));
  };

  test.each([["ke-hoach-duoc-lieu.txt"], ["quyet-dinh-thu-vien.txt"], ["luat-lang-nghe.txt"]])(
    "%s has the clauses of the copy",
    (name) => {
      const { text, rows } = pasted(name);
      const addresses = (copy: ReturnType<typeof readPlanDocument>) =>
        copy.clauses.map(({ address, text: words }) => `${address} ${words.slice(0, 200)}`);
      const copy = readPlanDocument(fixtureText(name).replaceAll("\t", " "));
      expect(addresses(readPlanDocument(text, rows))).toEqual(addresses(copy));
    },
  );

  test("and what Word wraps itself keeps its paragraphs, whatever they begin with", () => {
    const long = "Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan ".repeat(4).trim();
    const body = ["I. A", `1. ${long}`, "và các sở", long, "của tỉnh", `2. ${long}`].map((words) =>
      paragraph(words),
    );
    const { text, rows } = readDocxText(makeDocx({ body: body.join("") }));
    expect(readPlanDocument(text, rows).clauses.map(({ paragraphs }) => paragraphs.length)).toEqual([
      1, 4, 1,
    ]);
  });
});

/**
 * Made from the texts of the same names, with numbers that Word counts (lists of several levels, in styles too, started
 * again) and words in many runs: tracked changes, fields, controls, links, hidden words, notes, text boxes, soft and
 * no-break hyphens, tabs, a table of contents, merged cells.
 */
describe("a document as Word and as text", () => {
  test.each([
    ["luat-ho-dam", []],
    ["nghi-quyet-kinh-te-rung", []],
    [
      "quyet-dinh-thu-vien",
      [
        "PL2.r2 2028 60 %",
        "PL2.r2 2030 80 %",
        "PL2.r3 2028 40 %",
        "PL2.r3 2030 70 %",
        "PL2.r4 2028 1000 bản",
        "PL2.r4 2030 1800 bản",
      ],
    ],
    ["thong-tu-bua-an", []],
  ])("%s has the same clauses", (name, promises) => {
    const { text, rows } = readDocxText(readFileSync(new URL(`./fixtures/${name}.docx`, import.meta.url)));
    const document = readPlanDocument(text, rows);
    const clauses = (copy: typeof document) =>
      copy.clauses.map(({ address, paragraphs, cells }) =>
        cells === null ? `${address} ${evenText(paragraphs[0]!.text)}` : address,
      );
    const copy = readFixture(`${name}.txt`);
    expect(clauses(document)).toEqual(clauses(copy));
    expect(document).toMatchObject({ number: copy.number, date: copy.date, title: copy.title });
    const found = commitmentsOf(document);
    const ofRows = document.clauses
      .filter(({ cells }) => cells !== null)
      .flatMap((clause) =>
        (found.get(clause)?.commitments ?? []).map((one) =>
          [clause.address, one.period, one.value, one.unit].join(" "),
        ),
      );
    expect(ofRows).toEqual(promises);
  });
});
