import { type BaseLanguageClient, State } from "vscode-languageclient";

/** *BDG: Restart Language Server*: a fresh server, also after the old one was given up. */
export async function restartLanguageServer(client: BaseLanguageClient): Promise<void> {
  if (client.state === State.Running) await client.stop();
  await client.start();
}
