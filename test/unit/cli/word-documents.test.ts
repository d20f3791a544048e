import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
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
