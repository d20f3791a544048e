import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { type ExtensionApi, startExtension } from "../client.ts";
import { writeToProvider } from "../files/write-to-provider.ts";

/** What a web worker has and the language's own library of types has not. */
declare const Worker: new (
  url: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

// VS Code calls activate and deactivate apart from each other; both are about this client.
let client: LanguageClient | undefined;

/** The extension in a browser: the server is a worker, and every file is the editor's. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, "dist", "browser", "server.js").toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  return startExtension(context, {
    createClient: (options) => {
      const start = async () => {
        // Of a server that was given up the worker would stay.
        worker?.terminate();
        worker = new Worker(script);
        // In the editor's own worker a new worker is no instance of what is called Worker there, so the language
        // client would not know it for one.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      client = new LanguageClient("bdg", "BDG", start, options);
      return client;
    },
    serverProcessId: () => undefined,
    writeFile: writeToProvider,
  });
}

/** Resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
