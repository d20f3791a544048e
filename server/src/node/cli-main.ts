/** The entry of dist/bdg.js. Only what the command needs is loaded: an editor waits for its server to answer. */

const words = process.argv.slice(2);

if (words.join(" ") === "lsp --stdio") {
  void import("./stdio-server.ts").then(({ serveOnStandardStreams }) => serveOnStandardStreams());
} else if (words[0] === "--read-office-file") {
  void import("./office-child.ts").then(({ printOfficeFile }) => printOfficeFile(words.slice(1)));
} else {
  void import("./run-command-line.ts").then(({ runCommandLine }) => runCommandLine(words));
}
