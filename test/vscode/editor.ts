/**
 * `npm run editor [FILE.vsix]`: the real VS Code in your browser, with the extension installed from its .vsix (the
 * one `npm run package` makes unless you name another) and the sample plan open. Only who has the printed
 * address, with its secret token, can open it. Ctrl-C ends it; the changes you made to the sample stay.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { installRealEditor } from "./install.ts";
import { startEditor } from "./support/editor-server.ts";
import { packagedExtension, projectPath } from "./support/paths.ts";

const vsix = resolve(process.argv[2] ?? packagedExtension);
const say = (line: string) => process.stdout.write(`${line}\n`);

if (!existsSync(vsix)) {
  say(`There is no ${vsix}. Make it with: npm run package`);
  process.exit(1);
}
say("Getting VS Code ready (the first time it is installed from the npm registry, half a minute or more)…");
installRealEditor();
const editor = await startEditor({
  workspaceFolder: projectPath("samples"),
  vsix,
  // The day for which the samples' reports were written; "BDG: Set As-of Date…" chooses another.
  settings: { "bdg.asOf": "2025-06-30" },
  forPerson: true,
});
say(`\nOpen this address in your browser:\n\n  ${editor.url}\n\nCtrl-C ends it.`);
const end = async () => {
  await editor.dispose();
  process.exit(0);
};
process.once("SIGINT", end);
process.once("SIGTERM", end);
