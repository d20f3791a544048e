import { describe, expect, test } from "vitest";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator led "Lãnh đạo nữ" { unit percent }
indicator acts "Hoạt động" { unit percent }
data "kq.csv"
`;

/** Each row that is reported as ragged, by its line and column, and the values that are counted. */
function read(lines: readonly string[], language: "en" | "vi" = "en") {
  const { service } = createTestService(
    { "test.bdg": plan, "kq.csv": `${lines.join("\r\n")}\r\n` },
    { language },
  );
  const problems = service
    .problemsOf("test.bdg")
    .filter(({ code }) => code.startsWith("data-") && code !== "data-read");
  const values = service
    .judgement()
    .plans[0]!.indicators.flatMap(({ indicator: { id, measured } }) =>
      measured.map(
        ({ period, quantity }) =>
          `${id} ${period.text} ${quantity.value.numerator}/${quantity.value.denominator}`,
      ),
    );
  return { problems: problems.map(({ code, message }) => `${code} ${message}`), values };
}

const long = "Indicator,Period,Value,Source";

describe("more cells than headings", () => {
  test("a decimal comma between commas is no number, and the message says what would be right", () => {
    const lines = [long, "led,2022,45,BC0", "led,2023,44,9,BC1", 'acts,2023,"44,9",BC1'];
    expect(read(lines)).toEqual({
      problems: [
        "data-row-ragged line 3, column 3: the row has 5 cells under 4 headings, so it is not counted. If “44,9” is one number, put it in quotation marks, or separate the cells with semicolons.",
      ],
      values: ["led 2022 45/1", "acts 2023 449/10"],
    });
    expect(read(lines, "vi").problems).toEqual([
      "data-row-ragged dòng 3, cột 3: dòng có 5 ô dưới 4 tiêu đề cột nên không tính dòng này. Nếu “44,9” là một số, hãy đặt số đó trong dấu ngoặc kép, hoặc ngăn cách các ô bằng dấu chấm phẩy.",
    ]);
  });

  test.each([
    ["without evidence behind it", long, "led,2023,44,9,"],
    ["as a percentage", long, "led,2023,44,9%,"],
    ["before the value", "Indicator,Period,Goal,Value,Source", "led,2023,44,5,,"],
    ["in a wide table", "Indicator,2022,2023", "led,44,9,45,1"],
    ["in a wide table that is not full", "Indicator,2022,2023", "led,44,9,"],
    ["with thousands", long, "led,2023,1,234,BC"],
  ])("a number taken apart %s", (_, header, row) => {
    const { problems, values } = read([header, row]);
    expect([problems.length, problems[0], values]).toEqual([
      1,
      expect.stringMatching(/^data-row-ragged .* If “/),
      [],
    ]);
  });

  test.each([
    ["a text with the separator in it", long, "led,2023,44,Báo cáo 5, ngày 3/4"],
    [
      "the same where cells are parted by semicolons",
      "Mã;Năm;Kết quả;Nguồn",
      "led;2023;44,9;Báo cáo 5; phụ lục",
    ],
    ["a column without a heading", long, "led,2023,44.5,BC,xem lại"],
  ])("%s", (_, header, row) => {
    const { problems, values } = read([header, row]);
    expect([problems.length, problems[0], values]).toEqual([
      1,
      expect.stringMatching(
        /^data-row-ragged line 2, column 5: the row has 5 cells under 4 headings.*separator/,
      ),
      [],
    ]);
  });

  test("empty ones are nothing", () => {
    expect(read([long, "led,2022,45,BC0,", "led,2023,44.5,12,,"])).toEqual({
      problems: [],
      values: ["led 2022 45/1", "led 2023 89/2"],
    });
    expect(read(["Mã;Năm;Kết quả;Nguồn", "led;2023;44;9;"])).toEqual({
      problems: [],
      values: ["led 2023 44/1"],
    });
    expect(read([`${long},`, "led,2023,44,9,xem lại"])).toEqual({ problems: [], values: ["led 2023 44/1"] });
  });
});

describe("fewer cells than headings", () => {
  test.each([
    ["without a value", long, "led,2024", "line 3, column 2: the row has 2 cells under 4 headings"],
    [
      "without one of a wide table's values",
      "Indicator,2022,2023,2024",
      "led,45,46",
      "line 3, column 3: the row has 3 cells under 4 headings",
    ],
    [
      "without a part of a share",
      "Indicator,Period,Numerator,Denominator",
      "led,2024,11",
      "line 3, column 3: the row has 3 cells under 4 headings",
    ],
  ])("%s", (_, header, row, message) => {
    const full = `acts${",2024".repeat(header.split(",").length - 1)}`;
    const { problems, values } = read([header, full, row]);
    expect(problems).toEqual([expect.stringContaining(`data-row-ragged ${message}`)]);
    expect(values.filter((value) => value.startsWith("led"))).toEqual([]);
  });

  test.each([
    ["without evidence", [long, "led,2022,45", "acts,2022,40,BC"], ["led 2022 45/1", "acts 2022 40/1"]],
    [
      "titles, empty rows, groups and notes",
      ["KẾT QUẢ", "", long, "I. MỤC TIÊU", "1,Nhóm", "led", "led,2022,45,BC", "", "Nguồn: Sở Nội vụ"],
      ["led 2022 45/1"],
    ],
    [
      "a row that says no value, with all of its cells",
      [long, "led,2022,45,BC", "led,2023,,"],
      ["led 2022 45/1"],
    ],
  ])("%s", (_, lines, values) => expect(read(lines)).toEqual({ problems: [], values }));

  test("Excel leaves out the last columns of sixteen rows where they are empty in all of them", () => {
    const rows = Array.from({ length: 40 }, (_, i) => (i === 0 ? "Mã;2022;2023;2024" : `x${i};;`));
    const at = (line: number, text: string) => rows.splice(line, 1, text);
    for (let line = 1; line < 40; line += 1) at(line, line < 16 ? ";;;" : ";;");
    at(1, "led;45;46;47");
    at(20, "acts;40;41");
    expect(read(rows)).toEqual({
      problems: [],
      values: ["led 2022 45/1", "led 2023 46/1", "led 2024 47/1", "acts 2022 40/1", "acts 2023 41/1"],
    });
    // One row of the first sixteen is as short as that: nobody's spreadsheet wrote it.
    at(2, "acts;40;41");
    expect(read(rows).problems.map((problem) => /line \d+/.exec(problem)?.[0])).toEqual([
      "line 3",
      "line 21",
    ]);
  });
});
