import { execFileSync, spawn, spawnSync } from "node:child_process";
import { EventEmitter, once } from "node:events";
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The one file that is shipped, run as CI runs it. */
const { bundle, bdg } = useCommandLine();

const plan = `plan p "Plan" {
  period 2021..2030
}

indicator led "Women lead" {
  unit      percent
  baseline  2021 = 45%
  target    2023 >= 60%
  target    2025 >= 70%
  measured  2023 = 11 of 20
}
`;
const asOf = ["--as-of", "2024-06-30"];

describe("exit statuses", () => {
  test("0: warnings alone do not fail", () => {
    const { status, stdout, stderr } = bdg(temporaryFolder({ "a.bdg": plan }), "check", ...asOf);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("  10:20  warning  target-missed\n");
    expect(stdout).toContain("    10 │   measured  2023 = 11 of 20\n       │                    ^~~~~~~~\n");
    expect(stdout).toContain("files checked: 1 · as of 30 June 2024\n");
  });

  test("1: from the level that is asked for", () => {
    const folder = temporaryFolder({ "a.bdg": plan });
    expect(bdg(folder, "check", ...asOf, "--fail-on", "missed").status).toBe(1);
    expect(bdg(folder, "check", ...asOf, "--fail-on", "never").status).toBe(0);
    const explained = plan.replace("  measured", '  explain   2023 "the election was moved"\n  measured');
    expect(bdg(temporaryFolder({ "a.bdg": explained }), "check", ...asOf, "--fail-on", "missed").status).toBe(
      0,
    );
  });

  test("1: from all that is wrong, however much of it is milder and stands above", () => {
    const many = Array.from(
      { length: 501 },
      (_, i) => `indicator w${i} "W" { unit percent; measured 2026 = 3% }\n`,
    );
    const late =
      'indicator z "Z" { unit percent; target 2021 >= 50%; measured 2021 = 5% }\ntask t "T" { due 2021 }\n';
    const folder = temporaryFolder({ "a.bdg": `plan p "P" { period 2021..2030 }\n${many.join("")}${late}` });
    const day = ["--as-of", "2022-01-01", "--fail-on", "missed"];
    const { status, stdout } = bdg(folder, "check", ...day, "--format", "json");
    const told = new Map<string, number>();
    for (const { code } of JSON.parse(stdout).problems) told.set(code, (told.get(code) ?? 0) + 1);
    expect([status, Object.fromEntries(told)]).toEqual([
      1,
      { "measured-in-future": 501, "target-missed": 1, "task-overdue": 1 },
    ]);
    expect(bdg(folder, "check", ...day, "--format", "junit").stdout).toContain('failures="2"');
    expect(bdg(folder, "check", ...day).stdout).toContain("warnings: 503 · files checked: 1");
  });

  test("1: an error, in the file asked for and in no other", () => {
    const folder = temporaryFolder({ "a.bdg": plan, "b/bad.bdg": "indicator {" });
    expect(bdg(folder, "check", "--root", ".", ...asOf).status).toBe(1);
    expect(bdg(folder, "check", "a.bdg", "--root", ".", ...asOf).status).toBe(0);
    expect(bdg(folder, "check", "--root", ".", ...asOf, "--fail-on", "never").status).toBe(0);
  });

  test.each([
    [["chekc"], "There is no command “chekc”"],
    [["check", "--as-of", "2025-02-30"], "“2025-02-30” is not a date."],
    [["check", "none"], "There is no file or folder “none”."],
    [["check", "notes.txt"], "“notes.txt” is not a .bdg file."],
    [["export", "--format", "xlsx"], "A xlsx file can't be printed. Name the file to write: -o OUT.xlsx"],
    [["export", "--body", "x"], "Nothing here names a lead body, so there is nothing of “x”."],
    [["export", "-o", "t.xyz"], "The ending of “t.xyz” says no format."],
    [["export", "-o", "a.bdg"], "“a.bdg” is a plan; an export would replace it."],
    [["export", "--format", "md", "-o", "A.BDG"], "“A.BDG” is a plan"],
    [["clauses"], "Name one document"],
    [["clauses", "a.pdf"], "Save it as .docx, or as text (.txt, UTF-8)"],
    [["clauses", "none.txt"], "There is no file “none.txt”."],
    [["lsp"], "needs --stdio"],
    [["lsp", "--stdio", "x"], "“x” is one argument too many."],
    [["check", ""], "An argument is empty."],
    [["help", "nope"], "There is no command “nope”."],
    [["fmt", "--as-of", "now"], "“now” is not a date."],
    [["export", "--format", "json", "--no-forecast"], "“--no-forecast” does nothing in json."],
    [["export", "--by-body", "-o", "t.json"], "“--by-body” does nothing in json."],
    [["export", "--by-body", "--format", "parquet", "-o", "t"], "“--by-body” does nothing in parquet."],
    [["export", "--no-bom"], "“--no-bom” does nothing in md. Leave it out, or choose a format"],
    [["coverage", "--format", "json", "--no-bom"], "“--no-bom” does nothing in json."],
    [["clauses", "k.txt", "--compare", "k.txt", "--format", "json"], "“--format json” does nothing with"],
    [["clauses", "k.txt", "--compare", "k.txt", "--commitments"], "“--commitments” does nothing with"],
  ])("2, with one line: %j", (words, line) => {
    const folder = temporaryFolder({ "a.bdg": plan, "notes.txt": "", "a.pdf": "", "k.txt": "I. A\n" });
    const { status, stdout, stderr } = bdg(folder, ...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(readFileSync(join(folder, "a.bdg"), "utf8")).toBe(plan);
  });

  test("2: a file that cannot be read, whatever else is fine", () => {
    const folder = temporaryFolder({
      "a.bdg": plan,
      "b.bdg": Uint8Array.of(0xff),
      "d.bdg": Uint8Array.of(0),
      "huge.bdg": "\n".repeat(100_000),
    });
    const { status, stdout, stderr } = bdg(folder, "check", ...asOf, "--lang", "vi");
    expect(status).toBe(2);
    expect(stderr).toBe(
      "bdg: “b.bdg” không phải là văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.\n" +
        "bdg: “d.bdg” không phải là tệp văn bản.\n" +
        "bdg: “huge.bdg” quá lớn: chỉ đọc tệp không quá 5 MB và 100.000 dòng.\n",
    );
    expect(stdout).toContain("target-missed");
    expect(bdg(folder, "export", ...asOf, "-o", "t.md").status).toBe(2);
    expect(existsSync(join(folder, "t.md"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")("2: links and a pipe, each with its reason", () => {
    const folder = temporaryFolder({ "in/a.bdg": plan, "out.bdg": plan });
    symlinkSync("../out.bdg", join(folder, "in", "b.bdg"));
    symlinkSync("nowhere.bdg", join(folder, "in", "c.bdg"));
    execFileSync("mkfifo", [join(folder, "in", "d.bdg")]);
    expect(bdg(folder, "check", "in/a.bdg", "--root", "in", ...asOf)).toMatchObject({
      status: 2,
      stderr:
        "bdg: “in/b.bdg” is a link that leads outside the root; it is not read. Name a folder that holds both with --root.\n" +
        "bdg: “in/c.bdg” is a link that leads to nothing. Delete it, or mend where it leads.\n" +
        "bdg: “in/d.bdg” is not an ordinary file but a pipe or a device; it is not read.\n",
    });
  });

  test("2: a report that cannot be read, where only its plan is named", () => {
    const report = Buffer.from('use "plan.bdg"\nreport 2023 "R\u00e1" {\n  led = 70\n}\n', "latin1");
    const folder = temporaryFolder({ "plan.bdg": plan, "r.bdg": report });
    const said = "“r.bdg” is not UTF-8 text. Save it with the encoding UTF-8.";
    for (const words of [["check"], ["check", "--quiet"], ["export"], ["coverage"], ["fmt", "--check"]]) {
      const { status, stdout, stderr } = bdg(folder, ...words, "plan.bdg");
      expect([status, stderr.split("\n")[0]]).toEqual([2, `bdg: ${said}`]);
      // Nobody waits for a table that is not made, nor takes half of one for the whole.
      const isTable = words[0] === "export" || words[0] === "coverage";
      expect(stderr.split("\n").length).toBe(isTable ? 3 : 2);
      if (isTable)
        expect([stdout, stderr]).toEqual(["", expect.stringMatching(/table.* is not (?:written|printed): /)]);
    }
    const check = (format: string) =>
      bdg(folder, "check", "plan.bdg", "--as-of", "2022-01-01", "--format", format).stdout;
    expect(check("pretty")).toContain("not read: 1");
    expect(check("pretty")).not.toContain("no problems");
    expect(JSON.parse(check("json")).problems[0]).toMatchObject({
      file: "r.bdg",
      code: "file-unreadable",
      severity: "error",
      message: said,
    });
    expect(check("junit")).toContain('errors="1"');
    expect(JSON.parse(check("sarif")).runs[0].invocations[0].executionSuccessful).toBe(false);
    expect(check("github")).toMatch(/^::error file=r\.bdg,title=file-unreadable::/m);
  });
});

test.skipIf(process.platform === "win32")("2: a folder that may not be read", () => {
  const folder = temporaryFolder({ "a.bdg": plan, "closed/b.bdg": "", "open/c.bdg": "" });
  chmodSync(join(folder, "closed"), 0);
  chmodSync(folder, 0o755);
  chmodSync(join(bundle(), ".."), 0o755);
  // An administrator may read everything, so the test steps down where it runs as one.
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [bundle(), ...words, ...asOf], {
      cwd: folder,
      encoding: "utf8",
      env: { LC_ALL: "C" },
      ...(process.getuid?.() === 0 ? { uid: 65534 } : {}),
    });
  const whole = run("check");
  expect(whole.stderr).toBe(
    "bdg: The folder “closed” cannot be read: access to it is denied. What lies in it is missing.\n",
  );
  expect([whole.status, whole.stdout]).toEqual([2, expect.stringContaining("target-missed")]);
  // It belongs to the program, whatever is asked for.
  expect(run("check", "--root", ".", "open")).toMatchObject({ status: 2, stderr: whole.stderr });
  expect(run("check", "--root", "open")).toMatchObject({ status: 0, stderr: "" });
  expect(run("check", "closed", "--root", ".").status).toBe(2);
  chmodSync(join(folder, "a.bdg"), 0);
  expect(run("check", "a.bdg").stderr).toContain("bdg: “a.bdg” cannot be read: access to it is denied.\n");
  chmodSync(join(folder, "closed"), 0o755);
});

describe("check for machines", () => {
  test.each([
    ["sarif", /"ruleId": "target-missed"/],
    ["github", /^::warning file=a\.bdg,line=10,endLine=10,col=20,endColumn=28,title=target-missed::/m],
    ["junit", /<failure type="target-missed"/],
  ])("%s", (format, words) => {
    const folder = temporaryFolder({ "a.bdg": plan });
    const options = [...asOf, "--fail-on", "missed", "--format", format];
    const { status, stdout, stderr } = bdg(folder, "check", ...options);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(words);
  });
});

test("annotations stand at the path in the checkout, the JSON's at that below the root", () => {
  const folder = temporaryFolder({ ".git/HEAD": "", "sub/a.bdg": plan, "sub/bad.bdg": Uint8Array.of(0xff) });
  const check = (format: string) =>
    bdg(folder, "check", "--root", "sub", ...asOf, "--fail-on", "missed", "--format", format).stdout;
  expect(check("github")).toContain("::warning file=sub/a.bdg,line=10,");
  expect(check("github")).toContain("::error file=sub/bad.bdg,title=");
  expect(check("junit")).toContain('file="sub/a.bdg" line="10"');
  expect(JSON.parse(check("json")).problems.at(-1).file).toBe("a.bdg");
  const [run] = JSON.parse(check("sarif")).runs;
  const [{ locations, relatedLocations, partialFingerprints }] = run.results;
  for (const { physicalLocation } of [...locations, ...relatedLocations])
    expect(physicalLocation.artifactLocation).toEqual({ uri: "sub/a.bdg", uriBaseId: "%SRCROOT%" });
  // The line's words are found, whatever the path is called by: without them, all lines would be one.
  const moved = temporaryFolder({ "sub/a.bdg": plan.replace("11 of 20", "10 of 20") });
  const other = JSON.parse(bdg(moved, "check", ...asOf, "--format", "sarif").stdout).runs[0].results[0];
  expect(other.partialFingerprints).not.toEqual(partialFingerprints);
});

const full = "/dev/full";
test.skipIf(!existsSync(full))("2, with one line: an output that can't be written", () => {
  const folder = temporaryFolder({ "a.bdg": plan });
  const output = openSync(full, "w");
  const { status, stderr } = spawnSync(process.execPath, [bundle(), "export", "--lang", "en"], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", output, "pipe"],
  });
  closeSync(output);
  expect([status, stderr]).toEqual([2, "bdg: The output is not written whole: the disk is full.\n"]);
});

test("check --watch checks again after a change, and ends with the last status", async () => {
  const folder = temporaryFolder({ "a.bdg": plan });
  const running = spawn(process.execPath, [bundle(), "check", "--watch", "--fail-on", "missed", ...asOf], {
    cwd: folder,
  });
  let output = "";
  const told = new EventEmitter();
  running.stdout.on("data", (chunk) => {
    output += chunk;
    told.emit("more");
  });
  const until = async (words: string) => {
    while (!output.includes(words)) await once(told, "more");
    output = "";
  };
  const ended = once(running, "exit");
  await until("files checked: 1");
  writeFileSync(join(folder, "a.bdg"), plan.replace("11 of 20", "13 of 20"));
  await until("files checked: 1");
  running.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});

describe("check --format json", () => {
  test("has the documented shape, and counts lines and characters from 0", () => {
    const folder = temporaryFolder({ "sub/a.bdg": plan });
    const { status, stdout } = bdg(folder, "check", "--root", ".", ...asOf, "--format", "json");
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(["version", "asOf", "problems"]);
    expect(report).toMatchObject({ version: 1, asOf: "2024-06-30" });
    const missed = report.problems.find((one: { code: string }) => one.code === "target-missed");
    expect(Object.keys(missed)).toEqual(["file", "range", "code", "severity", "message", "related"]);
    expect(missed).toMatchObject({
      file: "sub/a.bdg",
      range: { start: { line: 9, character: 19 }, end: { line: 9, character: 27 } },
      severity: "warning",
    });
    expect(missed.related[0]).toMatchObject({ file: "sub/a.bdg", range: { start: { line: 7 } } });
  });

  test("without problems is an empty list", () => {
    const { stdout } = bdg(temporaryFolder({ "a.bdg": "" }), "check", ...asOf, "--format", "json");
    expect(JSON.parse(stdout)).toEqual({ version: 1, asOf: "2024-06-30", problems: [] });
  });
});

describe("export", () => {
  test("prints Markdown, or writes the format of the file's ending", () => {
    const folder = temporaryFolder({ "a.bdg": plan });
    expect(bdg(folder, "export", ...asOf).stdout).toContain("| 1 | Women lead | % | 2021: 45% |");
    expect(bdg(folder, "export", ...asOf, "-o", "t.json")).toEqual({
      status: 0,
      stdout: "",
      stderr: "Written: t.json\n",
    });
    expect(JSON.parse(readFileSync(join(folder, "t.json"), "utf8")).plans[0].counts.missed).toBe(1);
    expect(bdg(folder, "export", ...asOf, "-o", "t.csv", "--quiet").stderr).toBe("");
    expect(readFileSync(join(folder, "t.csv"))[0]).toBe(0xef);
    bdg(folder, "export", ...asOf, "-o", "t.csv", "--no-bom", "--no-forecast");
    expect(readFileSync(join(folder, "t.csv"), "utf8")).toMatch(/^Summary/);
    expect(readFileSync(join(folder, "t.csv"), "utf8")).not.toContain("Forecast");
  });

  test("only the plans asked for, judged with the values of the whole program", () => {
    const folder = temporaryFolder({
      ".git/HEAD": "",
      "a.bdg": plan,
      "b/other.bdg": 'plan q "Other" {}\n',
      "reports/2024.bdg": 'use "../a.bdg"\n\nreport 2024 "R" {\n  led = 70\n}\n',
    });
    const { plans } = JSON.parse(
      bdg(folder, "export", "a.bdg", "--as-of", "2025-01-31", "--format", "json").stdout,
    );
    expect(plans.map((one: { id: string }) => one.id)).toEqual(["p"]);
    expect(plans[0].indicators[0].measured.map((one: { period: string }) => one.period)).toEqual([
      "2023",
      "2024",
    ]);
  });

  test("the same input gives the same bytes", () => {
    const folder = temporaryFolder({ "a.bdg": plan });
    for (const format of ["md", "csv", "json"]) {
      const once = bdg(folder, "export", ...asOf, "--format", format).stdout;
      expect(once.length).toBeGreaterThan(200);
      expect(bdg(folder, "export", ...asOf, "--format", format).stdout).toBe(once);
    }
  });

  test("a folder that is not there, a read-only file: one line, and nothing lost", () => {
    const folder = temporaryFolder({ "a.bdg": plan, "old.md": "old" });
    chmodSync(join(folder, "old.md"), 0o444);
    expect(bdg(folder, "export", ...asOf, "-o", "none/t.md")).toEqual({
      status: 2,
      stdout: "",
      stderr: "bdg: “none/t.md” is not written: its folder is not there.\n",
    });
    expect(bdg(folder, "export", ...asOf, "-o", "old.md", "--lang", "vi")).toEqual({
      status: 2,
      stdout: "",
      stderr: "bdg: Không ghi được “old.md”: tệp chỉ cho phép đọc.\n",
    });
    expect(readFileSync(join(folder, "old.md"), "utf8")).toBe("old");
  });

  test("says what errors may have left out: in what was asked for, and in what adds values to it", () => {
    const folder = temporaryFolder({
      "plan.bdg": plan,
      "used.bdg": 'use "plan.bdg"\nindicator {\n',
      "report.bdg": 'use "used.bdg"\nreport 2024 "R" {\n  led = = 70\n}\n',
      "other.bdg": "indicator {\n",
      "cites.bdg": 'plan c "C" { document "none.txt" }\n',
    });
    expect(bdg(folder, "export", "plan.bdg", ...asOf)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Women lead"),
      stderr: expect.stringMatching(
        /^bdg: Errors: \d+, in report\.bdg, used\.bdg\. What they concern may be missing from the table; .*\n$/,
      ),
    });
    expect(bdg(folder, "export", "cites.bdg", ...asOf).stderr).toBe("");
  });

  test("of nothing says so", () => {
    const { status, stderr } = bdg(temporaryFolder({ "a.bdg": "" }), "export", ...asOf);
    expect([status, stderr]).toEqual([
      0,
      "bdg: No plan, indicator or task in what was named: the table is empty.\n",
    ]);
  });
});

describe("clauses", () => {
  const document = "KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\n\n1. Đến năm 2025 đạt 60%\n\n- Dòng một\n";

  test("lists them for people and as JSON", () => {
    const folder = temporaryFolder({ "k.txt": document });
    expect(bdg(folder, "clauses", "k.txt").stdout).toContain("    6    I.1  Đến năm 2025 đạt 60%\n");
    const index = JSON.parse(bdg(folder, "clauses", "k.txt", "--format", "json").stdout);
    expect(index).toMatchObject({
      version: 1,
      document: { file: "k.txt", number: null, date: null, title: "Thử", basis: [] },
    });
    expect(index.clauses.at(-1)).toEqual({
      address: "I.1-1",
      label: "-",
      citation: "gạch đầu dòng thứ nhất, khoản 1, mục I",
      line: 7,
      text: "Dòng một",
    });
    const promised = (language: string) =>
      bdg(folder, "clauses", "k.txt", "--commitments", "--lang", language).stdout;
    expect(promised("en")).toContain("→ 2025: reach 60%\n");
    expect(promised("vi")).toContain("→ 2025: đạt 60%\n");
    expect(bdg(folder, "clauses", ".").stderr).toBe("bdg: “.” is a folder, not a file.\n");
    const skipping = temporaryFolder({ "k.txt": "KẾ HOẠCH\nX\n\nI. A\n\nIV. B\n" });
    expect(bdg(skipping, "clauses", "k.txt").stdout).toContain("    6  IV  B  (there is no II, III)\n");
    const withCommitments = JSON.parse(
      bdg(folder, "clauses", "k.txt", "--format", "json", "--commitments").stdout,
    );
    expect(withCommitments.clauses.map(({ commitments }: { commitments: unknown[] }) => commitments)).toEqual(
      [
        [],
        [
          {
            period: "2025",
            every: null,
            comparator: "reach",
            value: "60",
            upper: null,
            unit: "%",
            change: null,
          },
        ],
        [],
      ],
    );
  });
});

test("a path that leads out of the root is told what to do about it here", () => {
  const folder = temporaryFolder({ "in/a.bdg": 'use "../b.bdg"\n', "b.bdg": "" });
  expect(bdg(folder, "check", "--root", "in").stdout).toContain(
    "“../b.bdg” is outside the root, so it is not read. Name a folder that holds both with --root.",
  );
});

test("colours only where they are wanted", () => {
  const folder = temporaryFolder({ "a.bdg": plan });
  expect(bdg(folder, "check", ...asOf).stdout).not.toContain("\u001b");
  expect(bdg(folder, "check", ...asOf, "--color", "always").stdout).toContain("\u001b[1;33mwarning\u001b[0m");
});

test("the version and the help go to standard output", () => {
  const folder = temporaryFolder();
  expect(bdg(folder, "--version").stdout).toMatch(/^bdg \d+\.\d+\.\d+\n$/);
  expect(bdg(folder, "--help")).toMatchObject({ status: 0, stderr: "" });
  expect(bdg(folder)).toMatchObject({ status: 2, stdout: "" });
});
