import { describe, expect, test } from "vitest";
import { createTestService } from "../../support/test-service.ts";
import { windows1258 } from "../../support/windows-1258.ts";

const csv = "SỐ LIỆU\nMã chỉ tiêu;Năm;Kết quả\nled;2022;45,5\nled;2023;?\n";
const text = (column: number, words: string) => ({ column, text: words, kind: "text" as const });
const sheets = ["2023", "Năm 2024"].map((sheet, i) => ({
  sheet,
  merges: [],
  rows: [
    { row: 0, cells: [text(0, "Mã"), text(1, i === 0 ? "Thực hiện" : "Đạt")] },
    { row: 1, cells: [text(0, "led"), text(1, "45")] },
  ],
}));

function at(source: string, path = "data/d.bdg") {
  const files = {
    [path]: `plan p "P" { period 2021..2030 }\nindicator led "Led" { unit percent }\n${source}`,
    "data/kq.csv": csv,
    "other.csv": csv,
    "data/old.csv": windows1258(csv),
    "signed.txt": "Signed",
  };
  const all = createTestService(files, { language: "vi" });
  all.workbooks.set("data/kq.xlsx", sheets);
  const [cursor] = all.marked.get(path)!.cursors;
  return { ...all, path, cursor: cursor! };
}

function labels(source: string): readonly string[] {
  const { service, path, cursor, log } = at(source);
  const { entries } = service.completion(path, cursor);
  expect(log).toEqual([]);
  return entries.map(({ label }) => label);
}

describe("inside quotes of `data` there are", () => {
  test("the tables of the folder, those beside first, and no documents", () => {
    expect(labels('data "<|>"')).toEqual(["kq.csv", "../other.csv"]);
    expect(labels('data "<|>\n')).toEqual(["kq.csv", "../other.csv"]);
  });

  test("the sheets of the workbook", () => {
    expect(labels('data "kq.xlsx" sheet "<|>"')).toEqual(["2023", "Năm 2024"]);
    expect(labels('data "kq.csv" sheet "<|>"')).toEqual([]);
  });

  test("the encodings of a CSV file, the one for old Vietnamese software first", () => {
    const encodings = ["windows-1258", "windows-1252", "utf-8", "utf-16le", "utf-16be"];
    expect(labels('data "kq.csv" encoding "<|>"')).toEqual(encodings);
    expect(labels('dữ liệu "kq.csv" kỳ 2024 bảng mã "win<|>"\n')).toEqual(encodings);
  });

  test.each([
    ['data "kq.csv" <|>', ["encoding", "period"]],
    ['data "kq.csv" encoding "windows-1258" <|>', ["period"]],
    ['data "kq.xlsx" <|>', ["sheet", "period"]],
    ['data "kq" <|>', ["sheet", "encoding", "period"]],
    ['data "kq.csv" period 2024 <|>', []],
  ])("behind the path what its kind of file may need: %s", (source, wanted) =>
    expect(labels(source)).toEqual(wanted),
  );

  test.each([
    ['data "kq.csv" { indicator "<|>" }', ["Mã chỉ tiêu", "Năm", "Kết quả"]],
    ['dữ liệu "kq.csv" {\n  giá trị "Kế<|>\n}\n', ["Mã chỉ tiêu", "Năm", "Kết quả"]],
    ['data "kq.xlsx" { indicator "Mã"  value "<|>" }', ["Mã", "Thực hiện"]],
    ['data "kq.xlsx" sheet "năm 2024" { indicator "Mã"  value "<|>" }', ["Mã", "Đạt"]],
    ['data "kq.xlsx" sheet 2 { value "<|>" }', ["Mã", "Đạt"]],
    ['data "old.csv" encoding "windows-1258" { value "<|>" }', ["Mã chỉ tiêu", "Năm", "Kết quả"]],
    ['data "old.csv" { value "<|>" }', []],
    ['data "old.csv" encoding "tcvn3" { value "<|>" }', []],
    ['data "nowhere.csv" { value "<|>" }', []],
    ['data "../../outside.csv" { value "<|>" }', []],
  ])("the headings of its table: %s", (source, wanted) => expect(labels(source)).toEqual(wanted));

  test("which are not offered to a document", () => {
    const { service, marked } = createTestService({
      "p.bdg": 'plan p "P" {\n  document "<|>"\n}\n',
      "kq.csv": csv,
      "signed.txt": "Signed",
    });
    const { entries } = service.completion("p.bdg", marked.get("p.bdg")!.cursors[0]!);
    expect(entries.map(({ label }) => label)).toEqual(["signed.txt"]);
  });
});

describe("a hover on the path says", () => {
  const hover = (source: string) => {
    const { service, path, cursor } = at(source);
    return service.hover(path, cursor, { images: false, commandLinks: false })?.markdown;
  };

  test("what was read, and how", () => {
    expect(hover('data "kq.<|>csv"\n')).toBe(
      "**kq.csv**\n\n4 dòng · 1 kết quả · số viết kiểu 62,5 · 1 chỗ cần xem lại",
    );
    const sheet = 'data "kq.x<|>lsx" sheet 2 period 2024 { indicator "Mã"  value "Đạt" }\n';
    expect(hover(sheet)).toBe(
      "**kq.xlsx**\n\ntrang “Năm 2024” · 2 dòng · 1 kết quả · không có ô nào cần xem lại",
    );
  });

  test("what it is written in, where that is not UTF-8", () => {
    expect(hover('data "old<|>.csv" encoding "windows-1258"\n')).toContain(
      "**old.csv**\n\nbảng mã windows-1258 · 4 dòng · 1 kết quả",
    );
  });

  test("nothing where there is no such file", () => expect(hover('data "no<|>.csv"\n')).toBeUndefined());
});
