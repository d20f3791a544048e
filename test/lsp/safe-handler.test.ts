import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver/node";
import { createSafeHandlers } from "../../server/src/lsp/safe-handler.ts";
import { projectFolder } from "../support/lsp-process.ts";

const broken = (): never => {
  throw new Error("a bug of ours");
};

test("a fault in a request is logged, and something harmless is answered", async () => {
  const log: string[] = [];
  const handlers = createSafeHandlers((what, error) => log.push(`${what}: ${String(error)}`));
  const ask = (handle: () => string | Promise<string>) =>
    handlers.request("hover", "nothing", handle)({}, CancellationToken.None);
  expect(await ask(() => "something")).toBe("something");
  expect(await ask(broken)).toBe("nothing");
  expect(await ask(() => Promise.reject(new Error("later")))).toBe("nothing");
  expect(log).toEqual(["hover: Error: a bug of ours", "hover: Error: later"]);
});

test("cancelled requests and requests after shutdown are refused without being worked on", async () => {
  const handlers = createSafeHandlers(() => expect.fail("nothing went wrong"));
  const handler = handlers.request("hover", "nothing", () => expect.fail("worked on"));
  expect(await handler({}, CancellationToken.Cancelled)).toMatchObject({ code: -32800 });
  handlers.shutDown();
  expect(await handler({}, CancellationToken.None)).toMatchObject({ code: ErrorCodes.InvalidRequest });
});

test("an answer of the protocol's own passes", async () => {
  const handlers = createSafeHandlers(() => expect.fail("nothing went wrong"));
  const refuse = () => Promise.reject(new ResponseError(-32801, "changed"));
  expect(await handlers.request("hover", null, refuse)({}, CancellationToken.None)).toMatchObject({
    code: -32801,
  });
});

test("faults in notifications and in work that nobody waits for are logged", async () => {
  const log: string[] = [];
  const handlers = createSafeHandlers((what) => log.push(what));
  handlers.notification("didChange", broken)({});
  handlers.detached("update", broken);
  handlers.detached("later", () => Promise.reject(new Error("later")));
  await Promise.resolve();
  await Promise.resolve();
  expect(log).toEqual(["didChange", "update", "later"]);
});

test.each([
  ["setTimeout(() => { throw new Error('nobody caught it'); }, 0); setTimeout(() => {}, 60_000)", 1],
  ["Promise.reject(new Error('nobody caught it')); setTimeout(() => process.exit(7), 20)", 7],
])("what nothing caught is told on standard error; an exception ends the process: %s", (script, status) => {
  const start = `import { installLastWords } from "./server/src/node/last-words.ts"; installLastWords(); ${script}`;
  const run = spawnSync(process.execPath, ["--input-type=module-typescript", "-e", start], {
    cwd: join(projectFolder),
    encoding: "utf8",
    timeout: 10_000,
  });
  expect(run.stderr).toContain("bdg: the language server: Error: nobody caught it");
  expect(run.status).toBe(status);
});
