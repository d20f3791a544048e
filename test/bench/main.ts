import { measureCore } from "./core.ts";
import { measureFirstParse } from "./first-parse.ts";
import { show, showTiming, toTable } from "./numbers.ts";
import { bdgFolder, bdgServer, measureServer } from "./server.ts";

/**
 * `npm run bench`: the core in this process, then the real bundled server as a process of its own. Prints Markdown
 * tables; docs/benchmarks.md holds the last ones. With `--large` also 100,000 indicators in a folder
 * of files. A gate at the end compares ratios and growth within this run, never absolute times, and ends with 1 where
 * one is off.
 */
async function main(): Promise<number> {
  const cores = [100, 1_000, 10_000].map(measureCore);
  print("The core, milliseconds: median (p95)");
  print(
    toTable([
      ["indicators", "parse", "JSON.parse", "check", "keystroke", "hover", "completion"],
      ...cores.map((one) => [
        String(one.indicators),
        ...[one.parse, one.json, one.check, one.edit, one.hover, one.completion].map(showTiming),
      ]),
    ]),
  );
  const servers = [];
  for (const indicators of [100, usual, 1_000, 10_000])
    servers.push(await measureServer(bdgServer, indicators));
  if (process.argv.includes("--large")) servers.push(await measureServer(bdgFolder(large), large));
  print("\nThe server over stdio, milliseconds and megabytes");
  print(
    toTable([
      ["indicators", "start", "open", "keystroke", "hover", "peak memory", "idle", "problems"],
      ...servers.map((one) => [
        String(one.indicators),
        ...[show(one.start), show(one.open), showTiming(one.edit), showTiming(one.hover)],
        ...[one.memory.toFixed(0), one.idle.toFixed(0), String(one.problems)],
      ]),
    ]),
  );
  const first = [1_000, 10_000].map((indicators) => show(measureFirstParse(indicators)));
  print(`\nof opening, the parser's first run alone: ${first[0]} at 1,000 and ${first[1]} at 10,000`);
  const [, thousand, tenThousand] = cores;
  const growth = tenThousand!.edit.median / thousand!.edit.median;
  const ratio = tenThousand!.parse.median / tenThousand!.json.median;
  print(`\nkeystroke, 10,000 over 1,000: ${growth.toFixed(2)} (gate: under 2.5; linear growth would be 10)`);
  print(`parse over JSON.parse of the same text: ${ratio.toFixed(1)} (gate: under 60)`);
  return growth < 2.5 && ratio < 60 ? 0 : 1;
}

/** As many as a large plan of an office has. */
const usual = 300;
const large = 100_000;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
