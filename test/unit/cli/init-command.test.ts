import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
import { makeDocx, paragraph, row, run, table } from "../../support/docx.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The one file that is shipped. */
const { bdg } = useCommandLine();

const document = readFileSync(
  new URL("../documents/fixtures/ke-hoach-snv-2022.txt", import.meta.url),
  "utf8",
);

describe("bdg init", () => {
  test("writes a plan that the other commands accept as it stands", () => {
    const folder = temporaryFolder({ "van ban/kế hoạch.txt": document, "plans/x": "" });
    const { status, stdout, stderr } = bdg(folder, "init", "van ban/kế hoạch.txt", "-o", "plans/moi.bdg");
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toBe(
      "Written: plans/moi.bdg\nindicators: 5, tasks: 14, to be looked at (“# check:”): 2\n",
    );
    expect(readFileSync(join(folder, "plans/moi.bdg"), "utf8")).toContain(
      'văn bản           "../van ban/kế hoạch.txt"',
    );
    expect(bdg(folder, "fmt", "--check", "--root", ".")).toEqual({ status: 0, stdout: "", stderr: "" });
    const check = bdg(folder, "check", "--root", ".", "--as-of", "2022-06-30", "--format", "json");
    expect(check.status).toBe(0);
    const codes = (JSON.parse(check.stdout) as { problems: { code: string }[] }).problems.map(
      ({ code }) => code,
    );
    expect([...new Set(codes)].sort()).toEqual(["reach-without-baseline", "target-no-data"]);
  });

  test("prints without -o, in the keywords and the language that are asked for", () => {
    const folder = temporaryFolder({ "a.txt": document });
    const english = bdg(folder, "init", "a.txt", "--keywords", "en").stdout;
    expect(english).toContain('\n  document  "a.txt"\n');
    expect(english).toContain("# check: the document leaves its number blank");
    const vietnamese = bdg(folder, "init", "a.txt", "--lang", "vi").stdout;
    expect(vietnamese).toContain('\n  văn bản           "a.txt"\n');
    expect(vietnamese).toContain("# check: xem lại: văn bản để trống số");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  test("reads a Word document, whose table rows are indicators and tasks", () => {
    const text = (line: string) => paragraph(run(line));
    const body = [
      ...["KẾ HOẠCH", "Phát triển giai đoạn 2026-2030", "I. MỤC TIÊU", "Các chỉ tiêu như sau:"].map(text),
      table([
        row(["TT", "Chỉ tiêu", "Đơn vị tính", "2028", "2030", "Cơ quan chủ trì"]),
        row(["1", "Tỷ lệ xã có nước sạch", "%", "80", "95", "Sở Xây dựng"]),
      ]),
      text("II. NHIỆM VỤ"),
      table([
        row(["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp"]),
        row(["1", "Rà soát các công trình cấp nước", "Sở Xây dựng", "Ủy ban nhân dân các xã"]),
      ]),
    ].join("");
    const folder = temporaryFolder({ "kh.docx": makeDocx({ body }) });
    expect(bdg(folder, "init", "kh.docx", "-o", "kh.bdg", "--keywords", "en").stderr).toContain(
      "indicators: 1, tasks: 1,",
    );
    const plan = readFileSync(join(folder, "kh.bdg"), "utf8").replace(/(?<=\S) {2,}/gu, " ");
    expect(plan).toContain(
      '"Tỷ lệ xã có nước sạch" {\n  clause I.r2 "Tỷ lệ xã có nước sạch"\n  unit percent\n  target 2028 reach 80%\n  target 2030 reach 95%\n  lead so_xay_dung\n}',
    );
    expect(plan).toContain(
      '  clause II.r2 "Rà soát các công trình cấp nước"\n  lead so_xay_dung\n  with ubnd_cac_xa\n}',
    );
    const check = bdg(folder, "check", "--root", ".", "--as-of", "2026-06-30", "--format", "json");
    const codes = (JSON.parse(check.stdout) as { problems: { code: string }[] }).problems.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(["reach-without-baseline", "reach-without-baseline"]);
  });

  test("never replaces a file, and writes plans only", () => {
    const folder = temporaryFolder({ "a.txt": document, "a.bdg": "# mine\n" });
    expect(bdg(folder, "init", "a.txt", "-o", "a.bdg")).toEqual({
      status: 2,
      stdout: "",
      stderr: "bdg: “a.bdg” is there already and is not replaced. Name another file.\n",
    });
    expect(readFileSync(join(folder, "a.bdg"), "utf8")).toBe("# mine\n");
    const wrong = bdg(folder, "init", "a.txt", "-o", "a.txt");
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      "bdg: “a.txt” is no name for a plan. It must end in .bdg.\n",
    ]);
    expect(bdg(folder, "init", "a.txt", "-o", "none/a.bdg").stderr).toBe(
      "bdg: “none/a.bdg” is not written: its folder is not there.\n",
    );
  });

  test("says why there is nothing to make a plan from", () => {
    const folder = temporaryFolder({
      "letter.txt": "Kính gửi ông A,\n\nXin chào.\n",
      "plan.pdf": "%PDF",
      "empty.txt": "",
    });
    const said = (path: string) => {
      const { status, stdout, stderr } = bdg(folder, "init", path, "-o", "x.bdg");
      expect([status, stdout, existsSync(join(folder, "x.bdg"))]).toEqual([2, "", false]);
      return stderr;
    };
    expect(said("letter.txt")).toContain("has no numbered clauses");
    expect(said("empty.txt")).toContain("has no numbered clauses");
    expect(said("plan.pdf")).toContain("cannot be read in this format");
    expect(said("none.txt")).toBe("bdg: There is no file “none.txt”.\n");
    expect(bdg(folder, "init").stderr).toBe("bdg: Name one document: bdg init DOC\n");
  });

  test("says so where nothing is promised, and writes the plan all the same", () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, "rules.txt"),
      "QUY CHẾ\nLàm việc\n\nI. QUY ĐỊNH CHUNG\n\n1. Làm việc đúng giờ.\n",
    );
    const { status, stderr } = bdg(folder, "init", "rules.txt", "-o", "rules.bdg");
    expect(status).toBe(0);
    expect(stderr).toContain(
      "No number with a date was recognised in “rules.txt”: the new plan has no indicators.",
    );
    expect(bdg(folder, "check", "--root", ".", "--quiet").status).toBe(0);
  });
});

describe("bdg clauses --compare", () => {
  test("prints what is different, and tells it by its exit status", () => {
    const amended = document.replace("đến năm 2025 đạt 60%", "đến năm 2025 đạt 62%");
    const folder = temporaryFolder({ "cu.txt": document, "moi.txt": amended });
    expect(bdg(folder, "clauses", "cu.txt", "--compare", "cu.txt")).toEqual({
      status: 0,
      stdout: "# Two versions of a plan document\n\ncu.txt → cu.txt\n\nNo clause is different.\n",
      stderr: "",
    });
    const { status, stdout } = bdg(folder, "clauses", "cu.txt", "--compare", "moi.txt");
    expect(status).toBe(1);
    expect(stdout).toContain("| II.1-1 | 2025 reach 60% | 2025 reach 62% | – |");
    expect(stdout).toContain("đạt ~~60%~~ **62%** và");
    expect(bdg(folder, "clauses", "cu.txt", "--compare", "none.txt").status).toBe(2);
  });
});
