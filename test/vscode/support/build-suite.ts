import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { projectPath } from "./paths.ts";

/**
 * Bundles the Mocha tests of `folder` (every `*.host.ts` in it) with the bootstrap of `suite/index.ts` into
 * one CommonJS file, as an extension host loads it, and returns that file's path.
 */
export async function buildSuite(
  folder = projectPath("test/vscode/suite"),
  outfile = projectPath("out/test/vscode/suite.cjs"),
): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".host.ts"))
    .sort();
  if (files.length === 0) throw new Error(`There is no *.host.ts in ${folder}`);
  const bootstrap = JSON.stringify(projectPath("test/vscode/suite/index.ts"));
  // `require` and not `import`: the tests must load after Mocha has made itself known to them.
  const loads = files.map((name) => `require(${JSON.stringify(join(folder, name))});`);
  const contents = `import { runMocha } from ${bootstrap};\nexport const run = () => runMocha(() => {${loads.join("\n")}});`;
  await build({
    stdin: { contents, resolveDir: projectPath("."), sourcefile: "suite-entry.ts", loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    nodePaths: [projectPath("node_modules")],
    sourcemap: "inline",
    logLevel: "error",
  });
  return outfile;
}
