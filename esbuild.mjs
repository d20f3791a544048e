import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { build, context } from "esbuild";

/**
 * Builds what is shipped into dist/, one file a target: `node esbuild.mjs`, with `--watch` again after every change.
 */

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  // Names stay, so that a stack trace in a report can be read; `keepNames` would do it at the cost of a call for
  // every function that is made, and a parser makes many.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  sourcemap: false,
  logLevel: "warning",
  tsconfigRaw: { compilerOptions: { target: "ES2023" } },
};

/** @type {import("esbuild").BuildOptions} */
const node = { ...shared, platform: "node", target: "node22", format: "cjs" };

/** @type {import("esbuild").BuildOptions} */
const page = { ...shared, platform: "browser", target: "es2023", format: "iife" };

/** @type {readonly import("esbuild").BuildOptions[]} */
export const targets = [
  {
    ...page,
    jsx: "automatic",
    jsxImportSource: "preact",
    entryPoints: ["client/src/dashboard/main.tsx"],
    outfile: "dist/dashboard/page.js",
  },
  { ...page, entryPoints: ["client/src/dashboard/dashboard.css"], outfile: "dist/dashboard/page.css" },
  {
    ...node,
    entryPoints: ["server/src/node/cli-main.ts"],
    outfile: "dist/bdg.js",
    banner: { js: "#!/usr/bin/env node" },
  },
  { ...node, target: "node20", entryPoints: ["server/src/node/server-main.ts"], outfile: "dist/server.js" },
  {
    ...shared,
    // Under this platform an import of one of Node's own modules is an error: the core must not have any.
    platform: "browser",
    target: "es2023",
    format: "iife",
    entryPoints: ["server/src/browser/server-main.ts"],
    outfile: "dist/browser/server.js",
  },
  {
    ...shared,
    platform: "browser",
    target: "es2023",
    format: "cjs",
    entryPoints: ["client/src/browser/extension-main.ts"],
    outfile: "dist/browser/extension.js",
    external: ["vscode"],
  },
  {
    ...node,
    // The oldest VS Code that is supported, 1.91, runs extensions on Node 20.
    target: "node20",
    entryPoints: ["client/src/node/extension-main.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    mainFields: ["module", "main"],
  },
];

export async function buildAll() {
  mkdirSync("dist", { recursive: true });
  for (const file of readdirSync("server/src/export").filter((name) => name.endsWith(".schema.json"))) {
    copyFileSync(`server/src/export/${file}`, `dist/${file}`);
  }
  await Promise.all(targets.map((options) => build(options)));
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes("--watch")) {
    for (const options of targets) await (await context(options)).watch();
  } else {
    await buildAll();
  }
}
