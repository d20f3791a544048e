import { spawnSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildAll, targets } from "../esbuild.mjs";
import { thirdPartyNotices } from "./third-party-notices.mjs";

/** `npm run package`: builds everything and packs the extension into out/bdg.vsix. */

const largest = 3_000_000;
const file = "out/bdg.vsix";
const shipped = ["dist/extension.js", "dist/server.js"];

await buildAll();
const bundles = await Promise.all(
  targets
    .filter(({ outfile }) => shipped.includes(outfile))
    .map((target) => build({ ...target, write: false, metafile: true })),
);
writeFileSync(
  "dist/THIRD-PARTY-NOTICES.txt",
  thirdPartyNotices(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);

mkdirSync("out", { recursive: true });
// Everything is bundled, so no dependency is packed.
const words = ["package", "--no-dependencies", "--out", file];
const packing = spawnSync(process.execPath, ["node_modules/@vscode/vsce/vsce", ...words], {
  encoding: "utf8",
});
const report = `${packing.stdout}${packing.stderr}`;
if (packing.status !== 0) fail(report);
if (/\bWARNING\b/.test(report)) fail(`Packing must give no warning:\n${report}`);
const { size } = statSync(file);
if (size > largest) fail(`${file} has ${size} bytes; ${largest} are allowed`);
process.stdout.write(`${file}: ${Math.round(size / 1024)} kB\n`);

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
