import { spawnSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const main = new URL("../../../server/src/node/cli-main.ts", import.meta.url).pathname;

function bdg(folder: string, ...words: string[]) {
  const env = { ...process.env, LC_ALL: "en_US.UTF-8", NO_COLOR: "" };
  const run = spawnSync(process.execPath, [main, "coverage", ...words], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { status: run.status, out: run.stdout, errors: run.stderr };
}

const document = `KẾ HOẠCH
Về việc học | và đọc

I. MỤC TIÊU

1. Đến năm 2025 đạt 60%.

2. Hằng năm, ít nhất 02 lớp.

3. Đến năm 2026, tăng thêm 500 ha rừng.

4. =Đến năm 2025 đạt 90%.
`;
const plan = (target: string, aside = "") => `plan p "P" {
  period 2021..2030
  document "d.txt"${aside}
}
indicator x "X" { clause I.1; unit percent; target 2025 >= ${target} }
`;
const covered = '\n  aside I.2, I.4 "việc của Sở khác"';

test("for people: a clause a line, its commitments with who takes them up and whether they agree", () => {
  const { status, out, errors } = bdg(
    temporaryFolder({ "a.bdg": plan("65%", '\n  aside I.2 "nơi khác"'), "d.txt": document }),
  );
  expect([status, errors]).toEqual([0, ""]);
  expect(out).toBe(`d.txt  Về việc học | và đọc
covered 1 · set aside 1 · not covered 1 · not understood 1

✓ I.1  Đến năm 2025 đạt 60%.
    2025: reach 60%  differs  x
– I.2  Hằng năm, ít nhất 02 lớp.  set aside: nơi khác
    every year: at least 2 lớp
? I.3  Đến năm 2026, tăng thêm 500 ha rừng.  not understood
✗ I.4  =Đến năm 2025 đạt 90%.  not covered
    2025: reach 90%
`);
});

test("as Markdown in Vietnamese, which others' readers read", () => {
  const folder = temporaryFolder({ "a.bdg": plan("60%"), "d.txt": document });
  const { out } = bdg(folder, "--format", "md", "--lang", "vi");
  const html = new MarkdownIt().render(out);
  expect(html).toContain("<h2>Về việc học | và đọc</h2>");
  expect(html).toContain("đã theo dõi <strong>1</strong>");
  expect(html.match(/<tr>/g)).toHaveLength(5);
  expect(html).toContain("<td>2025: đạt 60%</td>\n<td>X</td>\n<td>khớp</td>");
  expect(html).toContain(
    "<td>mỗi năm: ít nhất 2 lớp</td>\n<td>–</td>\n<td><strong>chưa theo dõi</strong></td>",
  );
  expect(html).toContain("<td>chưa hiểu được</td>");
});

test("as CSV, a record for each commitment, none of it a formula", () => {
  const folder = temporaryFolder({ "a.bdg": plan("60%", covered), "d.txt": document });
  const { out } = bdg(folder, "--format", "csv");
  expect(out.startsWith("\ufeff")).toBe(true);
  expect(bdg(folder, "--format", "csv", "--no-bom").out).toBe(out.slice(1));
  const records = parse(out, { columns: true, bom: true }) as Record<string, string>[];
  expect(records.map((one) => [one.Clause, one.Line, one.Coverage, one.Agreement, one.Reason])).toEqual([
    ["I.1", "6", "covered", "agrees", ""],
    ["I.2", "8", "set aside", "", "việc của Sở khác"],
    ["I.3", "10", "not understood", "", ""],
    ["I.4", "12", "set aside", "", "việc của Sở khác"],
  ]);
  expect(records[3]!.Text).toBe("'=Đến năm 2025 đạt 90%.");
});

test("as JSON, version 1", () => {
  const { out } = bdg(temporaryFolder({ "a.bdg": plan("60%"), "d.txt": document }), "--format", "json");
  const { version, documents } = JSON.parse(out);
  expect(version).toBe(1);
  expect(documents[0].counts).toEqual({ covered: 1, aside: 0, "not-covered": 2, "not-understood": 1 });
  expect(documents[0].clauses[0]).toEqual({
    address: "I.1",
    citation: "khoản 1, mục I",
    text: "Đến năm 2025 đạt 60%.",
    range: { start: { line: 5, character: 0 }, end: { line: 5, character: 24 } },
    status: "covered",
    reason: null,
    commitments: [
      {
        ...{
          period: "2025",
          every: null,
          comparator: "reach",
          value: "60",
          upper: null,
          unit: "%",
          change: null,
        },
        ...{ said: "2025: reach 60%", agreement: "agrees", by: ["x"] },
      },
    ],
    citedBy: [
      {
        ...{ kind: "indicator", id: "x", name: "X", path: "a.bdg" },
        range: { start: { line: 4, character: 25 }, end: { line: 4, character: 28 } },
      },
    ],
  });
});

test("fails only where it is asked to, and says where there is nothing to hold a plan against", () => {
  const statusOf = (text: string, ...words: string[]) =>
    bdg(temporaryFolder({ "a.bdg": text, "d.txt": document }), ...words).status;
  expect(statusOf(plan("65%"))).toBe(0);
  expect(statusOf(plan("65%", covered), "--fail-on", "differs")).toBe(1);
  expect(statusOf(plan("60%"), "--fail-on", "differs")).toBe(0);
  expect(statusOf(plan("60%"), "--fail-on", "not-covered")).toBe(1);
  expect(statusOf(plan("60%", covered), "--fail-on", "not-covered")).toBe(0);
  const none = bdg(temporaryFolder({ "a.bdg": 'body b "B"\n' }));
  expect(none.status).toBe(0);
  expect(none.errors).toBe(
    "bdg: No plan in what was named names a document that can be read: the table is empty.\n",
  );
  expect(bdg(temporaryFolder({}), "nowhere").status).toBe(2);
});
