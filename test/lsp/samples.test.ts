import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import type { Severity } from "../../server/src/diagnostics/message-template.ts";
import { pullingClient, toUri, until } from "../support/lsp-client.ts";
import { projectFolder, startProcess, useBuilt } from "../support/lsp-process.ts";

/** On every sample the editor shows what `bdg check` prints: the same codes, ranges, severities and words. */
const bundle = useBuilt("dist/bdg.js");
const root = join(projectFolder, "samples");
const asOf = "2025-06-30";

interface CheckedProblem extends Pick<Diagnostic, "range" | "message"> {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
}

function check(language: string): readonly CheckedProblem[] {
  const words = [
    "check",
    root,
    "--root",
    root,
    "--as-of",
    asOf,
    "--lang",
    language,
    "--format",
    "json",
    "--fail-on",
    "never",
  ];
  const output = execFileSync(process.execPath, [bundle(), ...words], { encoding: "utf8" });
  return (JSON.parse(output) as { problems: CheckedProblem[] }).problems;
}

const severities: Readonly<Record<Severity, number>> = { error: 1, warning: 2, information: 3, hint: 4 };

function byFile(problems: readonly CheckedProblem[]) {
  const files = new Map<string, unknown[]>();
  for (const { file, range, code, severity, message } of problems) {
    const uri = toUri(join(root, file));
    files.set(uri, [...(files.get(uri) ?? []), { range, code, severity: severities[severity], message }]);
  }
  return files;
}

const shown = ({ range, code, severity, message }: Diagnostic) => ({ range, code, severity, message });

describe.each(["en", "vi"])("in %s", (language) => {
  const settings = { asOf, language };

  test("pulled", async () => {
    const client = startProcess(bundle()).client();
    await client.initialize({ capabilities: pullingClient, folders: [root], settings });
    const { items } = await client.pullWorkspace();
    const expected = byFile(check(language));
    expect(expected.size).toBeGreaterThan(2);
    expect(items.length).toBeGreaterThanOrEqual(expected.size);
    for (const item of items) {
      const diagnostics = item.kind === "full" ? item.items.map(shown) : undefined;
      expect(diagnostics, item.uri).toEqual(expected.get(item.uri) ?? []);
    }
  });

  test("pushed", async () => {
    const client = startProcess(bundle()).client();
    await client.initialize({ folders: [root], settings });
    const expected = byFile(check(language));
    await until("every file", () => client.published.length === expected.size);
    for (const [uri, problems] of expected) {
      expect(client.lastPublished(uri)?.diagnostics.map(shown), uri).toEqual(problems);
    }
  });
});
