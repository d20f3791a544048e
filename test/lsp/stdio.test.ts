import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { pullingClient, toUri, until } from "../support/lsp-client.ts";
import { startProcess, useBuilt } from "../support/lsp-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const bundle = useBuilt("dist/bdg.js");
const plan = "indicator women {\n  unit percent\n  target 2024 >= 50%\n  measured 2024 = 40%\n}\n";

describe("the built server on its standard streams", () => {
  test("checks a plan, and ends with 0 after shutdown and exit", async () => {
    const folder = temporaryFolder({ "plan.bdg": plan });
    const server = startProcess(bundle());
    const client = server.client();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    const problems = await client.problems(toUri(join(folder, "plan.bdg")));
    expect(problems.map(({ code }) => code)).toEqual(["target-missed"]);
    expect(await client.request("shutdown", undefined)).toBeNull();
    await expect(client.pull(toUri(join(folder, "plan.bdg")))).rejects.toMatchObject({ code: -32600 });
    await client.notify("exit", undefined);
    expect(await server.ended).toBe(0);
    expect(server.errors()).toBe("");
  });

  test("ends with 1 after exit without shutdown", async () => {
    const server = startProcess(bundle());
    const client = server.client();
    await client.initialize();
    await client.notify("exit", undefined);
    expect(await server.ended).toBe(1);
  });

  test("ends with 1 when its input ends", async () => {
    const server = startProcess(bundle());
    await server.client().initialize();
    server.process.stdin.end();
    expect(await server.ended).toBe(1);
  });

  test("ends when the process of its client does", async () => {
    const { spawn } = await import("node:child_process");
    const owner = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    await once(owner, "spawn");
    const server = startProcess(bundle());
    await server.client().initialize({ processId: owner.pid! });
    owner.kill("SIGKILL");
    expect(await Promise.race([server.ended, delay(8_000, "still alive")])).toBe(1);
  }, 10_000);

  test("a request before initialize, and a second initialize, are refused", async () => {
    const server = startProcess(bundle());
    const client = server.client();
    await expect(client.request("textDocument/hover", {})).rejects.toMatchObject({
      code: expect.any(Number),
    });
    await client.initialize();
    await expect(client.request("initialize", { capabilities: {} })).rejects.toMatchObject({ code: -32600 });
    await expect(client.request("no/such", {})).rejects.toMatchObject({ code: -32601 });
  });
});

const ping = frame({ jsonrpc: "2.0", id: 77, method: "shutdown" });

function frame(message: unknown, length?: string): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${length ?? Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe("what is no message ends the server with a line that says why", () => {
  const message = { jsonrpc: "2.0", method: "initialized", params: {} };
  test.each([
    ["no length", `Content-Type: x\r\n\r\n${JSON.stringify(message)}`],
    ["a length that is no number", frame(message, "abc")],
    ["a negative length", frame(message, "-5")],
    ["a number and more", frame(message, "12abc")],
    ["a length that no message has", frame(message, "99999999999")],
    ["a length that is too long", frame(message, "5000")],
    ["a length that is too short", frame(message, "20")],
    ["no JSON", "Content-Length: 5\r\n\r\n{abc}"],
    ["a header without end", "x".repeat(20_000)],
    ["bytes of something else", "\u0000\u0001\r\n\r\n"],
  ])("%s", async (_, bytes) => {
    const server = startProcess(bundle());
    await server.client().initialize();
    server.process.stdin.write(bytes);
    server.process.stdin.write(ping);
    expect(await Promise.race([server.ended, delay(3_000, "still alive and deaf")])).toBe(1);
    expect(server.errors()).toMatch(/^bdg: .*can't be read: .+\n$/);
  });

  test.each([
    ["an array", "[]"],
    ["a number", "42"],
    ["null", "null"],
    ["a message of nothing", "{}"],
    ["an answer to no question", '{"jsonrpc":"2.0","id":99,"result":1}'],
    ["a cancellation of nothing", '{"jsonrpc":"2.0","method":"$/cancelRequest"}'],
    ["a cancellation of the unknown", '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}}'],
    ["a notification of another protocol", '{"jsonrpc":"2.0","method":"$/other","params":[1]}'],
    ["a change without anything", '{"jsonrpc":"2.0","method":"textDocument/didChange"}'],
  ])("%s is answered or passed over, and the next question is answered", async (_, body) => {
    const server = startProcess(bundle());
    const client = server.client();
    await client.initialize();
    server.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const answer = client.request("shutdown", undefined);
    expect(await Promise.race([answer, delay(3_000, "deaf")])).toBeNull();
  });
});

test("a message that comes in single bytes is a message", async () => {
  const server = startProcess(bundle());
  const client = server.client();
  await client.initialize();
  let answered = false;
  const bytes = Buffer.from(frame({ jsonrpc: "2.0", id: 78, method: "bdg/nothing" }));
  server.process.stdout.once("data", () => {
    answered = true;
  });
  for (const byte of bytes) {
    server.process.stdin.write(Buffer.from([byte]));
    await delay(0);
  }
  await until("an answer", () => answered);
});

test("killed twenty times in the middle of a session, it is back each time with everything the client gives it", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan });
  const uri = toUri(join(folder, "plan.bdg"));
  for (let life = 0; life < 20; life += 1) {
    const server = startProcess(bundle());
    const client = server.client();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    await client.open(uri, plan.replace("40%", `${life}%`));
    const [problem] = await client.problems(uri);
    expect(problem?.message).toContain(`${life}%`);
    // It dies with requests and edits on their way.
    void client.change(uri, 2, [plan]).catch(() => {});
    void client.pull(uri).catch(() => {});
    await delay(life);
    server.process.kill("SIGKILL");
    expect(await server.ended).toBe("SIGKILL");
  }
}, 60_000);
