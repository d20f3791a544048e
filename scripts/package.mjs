import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { buildAll, targets } from "../esbuild.mjs";
import { isPreRelease, packagedFiles, packagedManifest, packagedReadmes } from "./packaged-files.mjs";
import { thirdPartyNotices } from "./third-party-notices.mjs";

/**
 * `npm run package`: builds everything and packs the extension into out/bdg.vsix, by way of a folder that holds just
 * what is packed (vsce would search through the whole project, editor and browser of the tests included).
 */

const largest = 3_000_000;
const file = "out/bdg.vsix";
const folder = "out/extension";

await buildAll();
const notices = thirdPartyNotices(await bundledFiles());
writeFileSync("dist/THIRD-PARTY-NOTICES.txt", notices);
stage();
pack();

/** Files that went into the bundles that are packed. */
async function bundledFiles() {
  const bundles = targets.filter(({ outfile }) => packagedFiles.includes(outfile));
  const built = await Promise.all(
    bundles.map((target) => build({ ...target, write: false, metafile: true })),
  );
  return built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
}

function stage() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of packagedFiles) cpSync(name, join(folder, name));
  for (const [name, text] of packagedReadmes()) writeFileSync(join(folder, name), text);
  const manifest = packagedManifest(JSON.parse(readFileSync("package.json", "utf8")));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function pack() {
  const vsce = resolve("node_modules/@vscode/vsce/vsce");
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const channel = isPreRelease(version) ? ["--pre-release"] : [];
  const words = ["package", "--no-dependencies", ...channel, "--out", resolve(file)];
  const packing = spawnSync(process.execPath, [vsce, ...words], { cwd: folder, encoding: "utf8" });
  const report = `${packing.stdout}${packing.stderr}`;
  if (packing.status !== 0) fail(report);
  if (/\bWARNING\b/i.test(report)) fail(`Packing must give no warning:\n${report}`);
  const { size } = statSync(file);
  if (size > largest) fail(`${file} has ${size} bytes; ${largest} are allowed`);
  const packages = notices.match(/^\S+ \d\S* \([^()]+\)$/gm)?.length ?? 0;
  process.stdout.write(`${file}: ${Math.round(size / 1024)} kB, with code of ${packages} packages\n`);
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
