import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../samples");

/** Every .bdg file and plan document of the samples, by its path below `samples`. */
export function sampleFiles(): Readonly<Record<string, string>> {
  const paths = globSync("**/*.{bdg,txt,md}", { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
