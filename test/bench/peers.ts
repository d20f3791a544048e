import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { show, showTiming, toTable } from "./numbers.ts";
import { type BenchedServer, bdgServer, measureServer, type ServerFigures } from "./server.ts";

/**
 * `npm run bench:peers`: installs well-known language servers, and Langium, in a folder of their own and measures them and
 * ours in one run, each with the same plan in its own language, at 1,000 and 10,000 indicators.
 */
const folder = fileURLToPath(new URL("./peers/", import.meta.url));

function peer(
  binary: string,
  languageId: string,
  fileName: string,
  write: (value: string) => string,
): BenchedServer {
  return {
    command: [process.execPath, `${folder}node_modules/${binary}`, "--stdio"],
    languageId,
    fileName,
    generate: (count) => `${write(indicators(count))}`,
    placeToEdit,
  };
}

interface Row {
  readonly id: string;
  readonly text: string;
}

function indicators(count: number): string {
  const rows: Row[] = Array.from({ length: count }, (_, i) => ({
    id: `indicator_${i}`,
    text: `Chỉ tiêu số ${i}: tỷ lệ đơn vị đạt yêu cầu của kế hoạch`,
  }));
  return JSON.stringify(
    rows.map(({ id, text }, i) => ({
      id,
      name: text,
      clause: `II.${(i % 90) + 1}`,
      unit: "percent",
      baseline: { period: 2021, value: 45 },
      targets: [
        { period: 2025, reach: 60 },
        { period: 2030, reach: 75 },
      ],
      measured: [
        { period: 2022, of: [9, 20], evidence: `Báo cáo số ${i}/BC-SNV` },
        { period: 2023, value: i % 50 === 0 ? 46.5 : 53.5 },
      ],
    })),
    null,
    1,
  );
}

/** Before the value of 2023 in the middle; one bracket typed there breaks the file, taken back mends it. */
function placeToEdit(text: string): { line: number; character: number } {
  const lines = text.split("\n");
  const middle = Math.floor(lines.length / 2);
  const line = lines.findIndex((one, i) => i >= middle && /(?:46|53)\.5/.test(one));
  return { line, character: lines[line]!.search(/(?:46|53)\.5/) };
}

const json = peer(
  "vscode-langservers-extracted/bin/vscode-json-language-server",
  "json",
  "plan.json",
  (value) => value,
);
// JSON is YAML; the doubled key and bracket make the server say something of the file that it opens.
const yaml = peer("yaml-language-server/bin/yaml-language-server", "yaml", "plan.yaml", (value) => value);

/** The same text as ours, read by a small language made with Langium. */
const langium: BenchedServer = {
  ...bdgServer,
  command: [process.execPath, `${folder}langium-server.mjs`],
  languageId: "plan",
  fileName: "plan.plan",
};

/** Fewer than for ours alone: a keystroke takes some of them seconds. */
const edits = 15;

async function main(): Promise<void> {
  if (!existsSync(`${folder}node_modules/langium`)) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "inherit",
    });
  }
  const servers: readonly (readonly [string, BenchedServer, string])[] = [
    ["BDG", bdgServer, "1"],
    ["JSON", json, "]"],
    ["YAML", yaml, "]"],
    ["Langium", langium, "1"],
  ];
  const rows: string[][] = [["server", "indicators", "start", "open", "keystroke", "hover", "peak memory"]];
  for (const count of [1_000, 10_000]) {
    for (const [name, server, typed] of servers) {
      // At ten thousand this one answers after minutes.
      if (name === "YAML" && count > 1_000) continue;
      const figures = await measureServer({ ...server, typed }, count, edits).catch((error: unknown) =>
        String(error),
      );
      rows.push(
        typeof figures === "string" ? [name, String(count), figures, "", "", "", ""] : row(name, figures),
      );
    }
  }
  process.stdout.write(`${toTable(rows)}\n`);
}

function row(name: string, one: ServerFigures): string[] {
  return [
    ...[name, String(one.indicators), show(one.start), show(one.open)],
    ...[showTiming(one.edit), showTiming(one.hover), one.memory.toFixed(0)],
  ];
}

await main();
