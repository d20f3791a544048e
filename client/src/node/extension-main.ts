import type { ExtensionContext } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { type ExtensionApi, startExtension } from "../client.ts";
import { writeFile } from "./write-file.ts";

// VS Code calls activate and deactivate apart from each other; both are about this client.
let client: LanguageClient | undefined;

/** The extension where there is a file system: the server is a process of its own, on the editor's own Node. */
export function activate(context: ExtensionContext): ExtensionApi {
  const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  const serverOptions: ServerOptions = {
    run: server,
    debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  return startExtension(context, {
    createClient: (options) => {
      client = new LanguageClient("bdg", "BDG", serverOptions, options);
      return client;
    },
    serverProcessId: () => client?.serverProcess?.pid,
    writeFile,
  });
}

/** Resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
