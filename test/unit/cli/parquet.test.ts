import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const cli = useCommandLine();
const plan = (name: string, year: number) =>
  `plan ${name} "Kế hoạch" { period 2021..2030 }\nindicator led "Lãnh đạo nữ" { unit percent; measured ${year} = 45% }\n`;
const exported = (folder: string, out: string, ...words: string[]) =>
  cli.bdg(folder, "export", "--as-of", "2025-06-30", "--format", "parquet", "-o", out, ...words);

/** The files below a folder, sorted. */
function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

describe("a second export into the same folder", () => {
  test("leaves nothing of a plan's years that are no more, and everything else", () => {
    const folder = temporaryFolder({ "a.bdg": plan("kh", 2023), "b.bdg": plan("other", 2023) });
    exported(folder, "out");
    const out = join(folder, "out");
    for (const path of [
      "plan=kh/year=2020/notes.txt",
      "plan=kh/year=2019/values.parquet/inside.txt",
      "plan=kh/year=x/values.parquet",
      "plan=kh/values.parquet",
      "plan=kh/year=2023/mine.txt",
      "plan=third/year=2023/values.parquet",
    ]) {
      mkdirSync(join(out, path, ".."), { recursive: true });
      writeFileSync(join(out, path), "");
    }
    const elsewhere = temporaryFolder({ "values.parquet": "not ours" });
    symlinkSync(elsewhere, join(out, "plan=kh/year=2018"), "junction");
    const before = filesIn(out);
    writeFileSync(join(folder, "a.bdg"), plan("kh", 2022));
    expect(exported(folder, "out", "a.bdg")).toEqual({
      status: 0,
      stdout: "",
      stderr: "Removed, left of an earlier export: out/plan=kh/year=2023/values.parquet\nWritten: out\n",
    });
    expect(filesIn(out)).toEqual(
      [
        ...before.filter((path) => path !== "plan=kh/year=2023/values.parquet"),
        "plan=kh/year=2022/values.parquet",
      ].sort(),
    );
    expect(readdirSync(elsewhere)).toEqual(["values.parquet"]);
  });

  test("takes away the folder of a year with it, also where the plan has no number left", () => {
    const folder = temporaryFolder({ "a.bdg": plan("kh", 2023) });
    exported(folder, "out");
    writeFileSync(
      join(folder, "a.bdg"),
      'plan kh "Kế hoạch" { period 2021..2030 }\nindicator x "X" { unit percent }\n',
    );
    expect(exported(folder, "out", "--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(existsSync(join(folder, "out/plan=kh/year=2023"))).toBe(false);
  });

  test("removes nothing where something can't be written", () => {
    const folder = temporaryFolder({ "a.bdg": plan("kh", 2023) });
    exported(folder, "out");
    mkdirSync(join(folder, "out/plan=kh/year=2022/values.parquet"), { recursive: true });
    writeFileSync(join(folder, "a.bdg"), plan("kh", 2022));
    expect(exported(folder, "out")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("it is a folder"),
    });
    expect(existsSync(join(folder, "out/plan=kh/year=2023/values.parquet"))).toBe(true);
  });
});

describe("plans of one name", () => {
  test.each(["kh", "KH"])("“%s” beside “kh” are refused in one export, and nothing is written", (name) => {
    const folder = temporaryFolder({ "a/x.bdg": plan("kh", 2023), "b/y.bdg": plan(name, 2024) });
    expect(exported(folder, "out")).toEqual({
      status: 2,
      stdout: "",
      stderr: `bdg: “a/x.bdg” and “b/y.bdg” hold plans of the same name, which would be one in “plan=${name}”. Give one of them another name (capitals don't count), or export each into a folder of its own.\n`,
    });
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(exported(folder, "out", "--lang", "vi").stderr).toContain("có kế hoạch cùng tên");
  });

  test("of two offices stand apart in folders of their own, and one query asks both", async () => {
    const folder = temporaryFolder({ "a/x.bdg": plan("kh", 2023), "b/y.bdg": plan("kh", 2023) });
    exported(folder, "plans/office=a", "a");
    exported(folder, "plans/office=b", "b");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = await connection.runAndReadAll(
      `select office, plan, year::int, value from read_parquet('${folder.replaceAll("\\", "/")}/plans/**/*.parquet', hive_partitioning = true) order by office`,
    );
    expect(rows.getRows()).toEqual([
      ["a", "kh", 2023, 45],
      ["b", "kh", 2023, 45],
    ]);
    connection.closeSync();
  });
});
