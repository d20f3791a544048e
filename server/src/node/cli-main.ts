/** The entry of dist/bdg.js. Only what the command needs is loaded: an editor waits for its server to answer. */

import { officeWord } from "./read-office-file.ts";

const words = process.argv.slice(2);

if (words.join(" ") === "lsp --stdio") {
  void import("./stdio-server.ts").then(({ serveOnStandardStreams }) => serveOnStandardStreams());
} else if (words[0] === officeWord) {
  void import("./office-child.ts").then(({ printOfficeFile }) => printOfficeFile(words.slice(1)));
} else {
  void import("./run-command-line.ts").then(({ runCommandLine }) => runCommandLine(words));
}
