import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
import { altChunk, type Chunk, makeDocx, paragraph, wordType } from "../../support/docx.ts";
import { projectFolder } from "../../support/lsp-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The shipped file reads Word documents in a process of its own; these are what LibreOffice saved. */
const { bdg } = useCommandLine();

function fixture(name: string): Uint8Array {
  return readFileSync(join(projectFolder, "test/unit/office/fixtures", name));
}

const plan = `plan p "P" {
  period 2021..2030
  document "văn bản/giảm nghèo.docx"
}
indicator poor "Poor" {
  clause PL1.r4, I.9
  unit percent
  baseline 2023 = 5.2%
  target 2025 <= 4%
  target 2030 < 1%
}
`;

function folderWith(bytes: Uint8Array): string {
  const folder = temporaryFolder({ "plan.bdg": plan });
  mkdirSync(join(folder, "văn bản"));
  writeFileSync(join(folder, "văn bản", "giảm nghèo.docx"), bytes);
  return folder;
}

test("bdg clauses lists the clauses of a Word document, rows of tables with what they promise", () => {
  const folder = folderWith(fixture("chuong-trinh-giam-ngheo.docx"));
  const words = ["clauses", "văn bản/giảm nghèo.docx", "--commitments"];
  const { status, stdout } = bdg(folder, ...words);
  expect(status).toBe(0);
  expect(stdout).toContain("Giảm nghèo bền vững giai đoạn 2024 - 2030\n");
  expect(stdout).toContain("PL1.r4  1 | Tỷ lệ hộ nghèo | % | 5,2 | ≤ 3 | < 1 | Sở Lao động |\n");
  const { document, clauses } = JSON.parse(bdg(folder, ...words, "--format", "json").stdout);
  expect(document).toMatchObject({ file: "giảm nghèo.docx", number: "45/CTr-SLĐ", date: "2024-03-12" });
  const fourth = clauses.find(({ address }: { address: string }) => address === "PL1.r4");
  expect(fourth.commitments).toMatchObject([
    { period: "2025", comparator: "<=", value: "3", unit: "%" },
    { period: "2030", comparator: "<", value: "1", unit: "%" },
  ]);
});

test("bdg check holds a plan against it: a clause that is not there, a target that says something else", () => {
  const { status, stdout } = bdg(
    folderWith(fixture("chuong-trinh-giam-ngheo.docx")),
    "check",
    "--as-of",
    "2024-06-30",
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/ {2}6:18 {2}error {2}clause-not-found\n/);
  expect(stdout).toMatch(/ {2}9:\d+ {2}warning {2}target-differs-from-clause\n/);
});

test.each<[string, Uint8Array, RegExp, RegExp]>([
  ["damaged", new Uint8Array(60), /3:12 {2}error {2}document-unreadable\n.*damaged/, /damaged/],
  [
    "of another kind",
    Buffer.from("d0cf11e0a1b11ae10000", "hex"),
    /3:12 {2}error {2}document-unreadable\n.*old \.doc/,
    /old \.doc/,
  ],
])("one that is %s is an error on its line, and of bdg clauses", (_, bytes, ofCheck, ofClauses) => {
  const folder = folderWith(bytes);
  const checked = bdg(folder, "check", "--as-of", "2024-06-30");
  expect(checked.status).toBe(1);
  expect(checked.stdout).toMatch(ofCheck);
  expect(checked.stdout.match(/ {2}error {2}/g)).toHaveLength(1);
  const listed = bdg(folder, "clauses", "văn bản/giảm nghèo.docx");
  expect(listed.status).toBe(2);
  expect(listed.stderr).toMatch(ofClauses);
});

describe("one that takes in others", () => {
  const annex: Chunk = {
    name: "phụ lục.docx",
    type: wordType,
    content: makeDocx({ body: paragraph("2. Đến năm 2030 đạt 90%.") }),
  };
  const letter: Chunk = { name: "thư.rtf", type: "application/rtf", content: "{\\rtf1}" };
  const page: Chunk = { name: "trang.htm", type: "text/html", content: "<ol start=3><li>Đến 2030: 5%.</ol>" };
  const bytes = makeDocx({
    body: `${paragraph("I. MỤC TIÊU")}${paragraph("1. Đến năm 2025 đạt 60%.")}${altChunk("a")}${altChunk("b")}${altChunk("c")}`,
    chunks: { a: annex, b: letter, c: page },
  });
  const source = `plan p "P" { period 2021..2030; document "văn bản/giảm nghèo.docx" }
indicator x "X" { clause I.1, I.2, I.3; unit percent; target 2025 reach 60%; target 2030 reach 90% }
`;
  const folder = () => {
    const made = folderWith(bytes);
    writeFileSync(join(made, "plan.bdg"), source);
    return made;
  };

  test("has their clauses, and a warning on its line for what is not read", () => {
    const { status, stdout } = bdg(folder(), "check", "--as-of", "2024-06-30");
    expect(status).toBe(0);
    expect(stdout).not.toContain("clause-not-found");
    expect(stdout).toMatch(/ {2}1:42 {2}warning {2}document-part-not-read\n.*“thư\.rtf”/);
    expect(stdout.match(/document-part-not-read/g)).toHaveLength(1);
  });

  test("bdg clauses and bdg init say so, too, and do their work", () => {
    const listed = bdg(folder(), "clauses", "văn bản/giảm nghèo.docx", "--lang", "vi");
    expect(listed.status).toBe(0);
    expect(listed.stdout).toMatch(/ {2}I\.3 {2}Đến 2030: 5%\.\n/);
    expect(listed.stderr).toMatch(
      /^bdg: “giảm nghèo\.docx” được ghép từ nhiều tệp.*“thư\.rtf” \(định dạng không đọc được\)/u,
    );
    const made = bdg(folder(), "init", "văn bản/giảm nghèo.docx");
    expect(made.status).toBe(0);
    expect(made.stdout).toContain('điều khoản   I.2 "Đến năm 2030 đạt 90%"');
    expect(made.stderr).toContain("“thư.rtf” (a format that is not read)");
    const compared = bdg(
      folder(),
      "clauses",
      "văn bản/giảm nghèo.docx",
      "--compare",
      "văn bản/giảm nghèo.docx",
    );
    expect(compared.stdout.match(/“thư\.rtf”/gu)).toHaveLength(2);
    expect(compared.stderr).toBe("");
  });
});
