import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { buildAll } from "../esbuild.mjs";

/**
 * `npm start`: builds BDG, checks the sample plans as of a fixed date, and shows what there is to see. Whatever is
 * printed comes from the built command line, the same that CI would run.
 */

// The samples' reports end in 2024; on this day every status occurs, today or in ten years.
const asOf = "2025-06-30";
const common = ["--as-of", asOf];

function bdg(...words) {
  const run = spawnSync(process.execPath, ["dist/bdg.js", ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  if (run.status === 2) throw new Error(run.stderr);
  return run.stdout;
}

function print(text = "") {
  process.stdout.write(`${text}\n`);
}

function title(text) {
  print(process.stdout.isTTY ? `\n\u001b[1m${text}\u001b[0m\n` : `\n${text}\n`);
}

/** The verdict words of the reports, from the table that the command line itself writes. */
function summaryRows() {
  const rows = [];
  for (const line of bdg("export", "samples/binh-dinh", ...common).split("\n")) {
    if (!line.startsWith("| ")) continue;
    rows.push(
      line
        .slice(2, -2)
        .split(" | ")
        .map((cell) => cell.replaceAll("**", "").replaceAll("\\", "")),
    );
  }
  return rows;
}

/** Tables with as many columns as fit: the number, the name, then those that say how it stands. */
function printTables(rows, wanted) {
  let columns = [];
  for (const cells of rows) {
    if (cells.every((cell) => /^-+:?$/.test(cell))) continue;
    if (/^(No\.|STT)$/.test(cells[0])) {
      columns = wanted.map((names) => cells.findIndex((cell) => names.includes(cell))).filter((i) => i >= 0);
      print();
    }
    const shown = columns.map((column) => padded(cells[column], column === 0 ? 4 : column === 1 ? 56 : 22));
    print(`  ${shown.join("  ")}`.trimEnd());
  }
}

function padded(text, width) {
  const letters = Array.from(new Intl.Segmenter("vi").segment(text), (part) => part.segment);
  return letters.length > width
    ? `${letters.slice(0, width - 1).join("")}…`
    : text + " ".repeat(width - letters.length);
}

await buildAll();
mkdirSync("out", { recursive: true });

title(`bdg check samples/binh-dinh --as-of ${asOf}`);
print(bdg("check", "samples/binh-dinh", ...common, "--color", process.stdout.isTTY ? "always" : "never"));

title(`bdg export samples/binh-dinh --as-of ${asOf}`);
printTables(summaryRows(), [
  ["No.", "STT"],
  ["Indicator", "Chỉ tiêu", "Task", "Nhiệm vụ"],
  ["Latest result", "Kết quả mới nhất", "Due", "Thời hạn"],
  ["Verdict", "Đánh giá"],
  ["Forecast", "Dự báo"],
  ["Clause", "Điều khoản"],
]);

for (const file of ["out/summary.md", "out/summary.csv"])
  bdg("export", "samples/binh-dinh", ...common, "-o", file);

print(`
  The whole table:        out/summary.md, out/summary.csv
  The same in Vietnamese: npm run -s bdg -- check samples/binh-dinh --as-of ${asOf} --lang vi
  In the real editor:     npm run editor
`);
