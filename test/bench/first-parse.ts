import { execFileSync } from "node:child_process";
import { createDeclarationParser } from "../../server/src/syntax/parse.ts";
import { scanDeclarations } from "../../server/src/syntax/scanner.ts";
import { generatePlan } from "./generate-plan.ts";

/**
 * The milliseconds that a fresh process takes to build the parser, cut a plan of so many indicators and parse it, its
 * code running for the first time: what opening a file can't be quicker than. Loading the code doesn't count.
 */
export function measureFirstParse(indicators: number): number {
  return Number(
    execFileSync(process.execPath, [import.meta.filename, String(indicators)], { encoding: "utf8" }),
  );
}

function firstParse(indicators: number): number {
  const text = generatePlan(indicators);
  const start = performance.now();
  const parser = createDeclarationParser();
  const parsed = scanDeclarations(text).map((one) => parser.parse(one));
  const taken = performance.now() - start;
  if (parsed.some(({ problems }) => problems.length > 0)) throw new Error("the plan has problems");
  return taken;
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(`${firstParse(Number(process.argv[2]))}\n`);
