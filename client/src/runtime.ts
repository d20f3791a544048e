import type { Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { WriteFailure } from "../../server/src/cli/cli-host.ts";

/** Undefined when it is written, else why it is not; the old file is as it was. */
export type WriteResult = WriteFailure | undefined;

/** What differs between the desktop and the browser. */
export interface Runtime {
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** The server's process; undefined while there is none. */
  serverProcessId(): number | undefined;
  /** A text is written as UTF-8. */
  writeFile(target: Uri, content: string | Uint8Array): Promise<WriteResult>;
}
