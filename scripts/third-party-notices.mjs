import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences that allow what a package of ours does; another one has to be looked at by a person first. */
const known = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "0BSD"]);

/**
 * The licences of all packages whose code is in a bundle.
 *
 * @param {readonly string[]} inputs files that went into the bundles, as esbuild's metafile names them
 * @returns {string} the text to be shipped beside the bundles; the same for the same packages
 */
export function thirdPartyNotices(inputs) {
  const folders = new Set(inputs.filter((file) => file.includes("node_modules/")).map(packageFolder));
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!known.has(license))
      throw new Error(`${name} ${version} has the licence ${license}: look at it first`);
    return `${name} ${version} (${license})\n\n${licenseText(folder, name)}`;
  });
  const line = `\n\n${"-".repeat(80)}\n\n`;
  return `BDG contains parts of these packages:\n\n${notices.join(line)}\n`;
}

function packageFolder(file) {
  for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    // Folders inside a package have manifests too, which say no more than what kind of modules they hold.
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version !== undefined)
      return folder;
  }
  throw new Error(`${file} belongs to no package`);
}

/** The text that came with the package; of one that came without, the text of its repository, kept here. */
function licenseText(folder, name) {
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const kept = join("scripts", "licences", `${name}.txt`);
  const path = file === undefined ? kept : join(folder, file);
  if (!existsSync(path)) throw new Error(`${folder} comes without the text of its licence`);
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();
}
