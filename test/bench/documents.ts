import { readFileSync } from "node:fs";
import { type Commitment, readCommitments } from "../../server/src/documents/commitments/commitments.ts";

/** A sentence with what must be recognised in it. */
interface Case {
  readonly id: string;
  readonly text: string;
  readonly heading: string | null;
  readonly commitments: readonly Omit<Commitment, "span">[];
}

const ownCases = new URL("../unit/documents/commitments.cases.jsonl", import.meta.url);

function written(one: Omit<Commitment, "span">): string {
  const unit = one.unit === null ? "-" : one.unit.normalize("NFC").replace(/\s+/gu, " ").trim();
  const { period, every, comparator, value, upper, change } = one;
  return `${period ?? "-"} ${every ?? "-"} ${comparator} ${value}${upper === null ? "" : `..${upper}`} ${unit} ${change ?? "-"}`;
}

/** Takes each found commitment off the expected ones, at most once; what stays over on either side is wrong. */
function compare(one: Case): {
  readonly right: number;
  readonly missed: string[];
  readonly invented: string[];
} {
  const missed = one.commitments.map(written);
  const invented: string[] = [];
  let right = 0;
  for (const found of readCommitments(one.text, one.heading === null ? [] : [one.heading]).commitments) {
    const at = missed.indexOf(written(found));
    if (at < 0) invented.push(written(found));
    else {
      missed.splice(at, 1);
      right += 1;
    }
  }
  return { right, missed, invented };
}

function score(path: string | URL): void {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  let right = 0;
  let missed = 0;
  let invented = 0;
  let exact = 0;
  for (const line of lines) {
    const one = JSON.parse(line) as Case;
    const result = compare(one);
    right += result.right;
    missed += result.missed.length;
    invented += result.invented.length;
    if (result.missed.length + result.invented.length === 0) exact += 1;
    else print(`${one.id}  ${one.text}${one.heading === null ? "" : `  [${one.heading}]`}\n${lists(result)}`);
  }
  const precision = right + invented === 0 ? 1 : right / (right + invented);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  print(`${path instanceof URL ? "own cases" : path}: ${lines.length} sentences, ${exact} exact`);
  print(`precision ${precision.toFixed(4)} (${invented} wrong of ${right + invented} found)`);
  print(`recall    ${recall.toFixed(4)} (${missed} missed of ${right + missed} promised)`);
}

function lists({ missed, invented }: { readonly missed: string[]; readonly invented: string[] }): string {
  return [
    ...missed.map((one) => `      missed   ${one}`),
    ...invented.map((one) => `      invented ${one}`),
  ].join("\n");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const paths = process.argv.slice(2);
for (const path of paths.length === 0 ? [ownCases] : paths) score(path);
