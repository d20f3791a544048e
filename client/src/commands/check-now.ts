import { type BaseLanguageClient, ExecuteCommandRequest } from "vscode-languageclient";

/** *BDG: Check Plans Now*: problems are told as they are, where the settings say that they wait. */
export async function checkNow(client: BaseLanguageClient): Promise<void> {
  await client.sendRequest(ExecuteCommandRequest.type, { command: "bdg.checkNow" });
}
