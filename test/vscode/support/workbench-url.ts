import { pathToFileURL } from "node:url";

export interface WorkbenchAddress {
  readonly port: number;
  readonly token?: string | undefined;
  readonly workspaceFolder: string;
  readonly extensionDir?: string;
  readonly extensionTests?: string;
}

/**
 * The address that opens the workbench on a folder. Extension and tests travel in the payload, which the
 * server heeds only when started with its test driver; their authority is the word `remote`.
 */
export function workbenchUrl(address: WorkbenchAddress): string {
  const url = new URL(`http://127.0.0.1:${address.port}/`);
  url.searchParams.set("folder", pathToFileURL(address.workspaceFolder).pathname);
  if (address.token !== undefined) url.searchParams.set("tkn", address.token);
  const payload: [string, string][] = [];
  if (address.extensionDir !== undefined) {
    payload.push(["extensionDevelopmentPath", remoteUri(address.extensionDir)]);
  }
  if (address.extensionTests !== undefined) {
    payload.push(["extensionTestsPath", remoteUri(address.extensionTests)], ["enableProposedApi", ""]);
  }
  if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

function remoteUri(path: string): string {
  return `vscode-remote://remote${pathToFileURL(path).pathname}`;
}
