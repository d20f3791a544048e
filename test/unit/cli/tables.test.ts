import { expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { windows1258 } from "../../support/windows-1258.ts";

const cli = useCommandLine();
const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator led "Đơn vị có lãnh đạo nữ" { unit percent; target 2023 >= 60% }
data "kq.csv" encoding "windows-1258"
`;
const csv = "Chỉ tiêu;Năm;Kết quả\nĐơn vị có lãnh đạo nữ;2023;45\nledd;2022;40\n";

test("a table in windows-1258 counts, and each of its problems is told once, at the declaration", () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "kq.csv": windows1258(csv) });
  const { status, stdout } = cli.bdg(folder, "check", "--as-of", "2025-06-30", "--format", "json");
  expect(status).toBe(0);
  const { problems } = JSON.parse(stdout);
  const at = { start: { line: 2, character: 5 }, end: { line: 2, character: 13 } };
  // The code page has a sign of its own for the tones of “ơ”, “ị”, “ạ” and “ữ”, which an editor counts.
  const value = "Đơn vi\u0323 có la\u0303nh đa\u0323o nư\u0303;2023;".length;
  const cell = (line: number, character: number, length: number) => ({
    start: { line, character },
    end: { line, character: character + length },
  });
  const told = problems.map((one: Record<string, unknown>) => [one.code, one.file, one.range]);
  expect(told).toEqual([
    ["data-read", "plan.bdg", at],
    ["data-unknown-indicator", "plan.bdg", at],
    ["target-missed", "plan.bdg", at],
  ]);
  const [, unknown, missed] = problems;
  expect(unknown).toEqual({
    file: "plan.bdg",
    range: at,
    code: "data-unknown-indicator",
    severity: "warning",
    message: "line 3, column 1: there is no indicator “ledd”, so its row is not counted. Did you mean “led”?",
    related: [{ file: "kq.csv", range: cell(2, 0, 4), message: "ledd" }],
  });
  expect(missed.message).toMatch(/^kq\.csv, line 2, column 3: 45% in 2023/);
  expect(missed.related[0]).toEqual({
    file: "kq.csv",
    range: cell(1, value, 2),
    message: "kq.csv, line 2, column 3",
  });
  const sarif = JSON.parse(cli.bdg(folder, "check", "--as-of", "2025-06-30", "--format", "sarif").stdout);
  expect(sarif.runs[0].results).toHaveLength(3);
});

test("without its encoding it is one error that says what to write", () => {
  const source = plan.replace(' encoding "windows-1258"', "");
  const folder = temporaryFolder({ "plan.bdg": source, "kq.csv": windows1258(csv) });
  const { status, stdout } = cli.bdg(folder, "check", "--as-of", "2025-06-30");
  expect(status).toBe(1);
  expect(stdout.match(/data-file-unreadable/g)).toHaveLength(1);
  expect(stdout.replace(/\s+/g, " ")).toContain('data "kq.csv" encoding "windows-1258"');
});
