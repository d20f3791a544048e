import type { Message } from "vscode-languageserver/node";

/**
 * Turns messages into bytes. A keystroke changes one or two of a file's diagnostics, and the protocol wants all of them
 * again: each is put into bytes once, and as long as it is the same object these are sent.
 */
export class MessageEncoder {
  private readonly known = new WeakMap<object, Uint8Array>();

  /** The parts whose bytes, one after the other, are the message's JSON in UTF-8. */
  encode(message: Message): readonly Uint8Array[] {
    const split = splitDiagnostics(message);
    if (!split || split.list.length === 0) return [Buffer.from(JSON.stringify(message))];
    const shell = JSON.stringify(split.shell);
    const parts: Uint8Array[] = [Buffer.from(shell.slice(0, -ending.length))];
    for (const [i, one] of split.list.entries())
      parts.push(i === 0 ? this.bytesOf(one).subarray(1) : this.bytesOf(one));
    parts.push(Buffer.from(ending));
    return parts;
  }

  /** With the comma that parts it from the one before. */
  private bytesOf(one: object): Uint8Array {
    const known = this.known.get(one);
    if (known) return known;
    const bytes = Buffer.from(`,${JSON.stringify(one)}`);
    this.known.set(one, bytes);
    return bytes;
  }
}

/** How the JSON of a shell ends: behind the bracket that opens its list. */
const ending = "]}}";

/** The diagnostics of a message that brings those of a file, and the message with an empty list at its very end. */
function splitDiagnostics(
  message: Message,
): { readonly list: readonly object[]; readonly shell: object } | undefined {
  if (isPublished(message)) {
    const { params, ...head } = message;
    const { diagnostics, ...others } = params;
    return { list: diagnostics, shell: { ...head, params: { ...others, diagnostics: [] } } };
  }
  if (!("result" in message)) return undefined;
  const { result, ...head } = message as Message & { result: unknown };
  if (!isFullReport(result)) return undefined;
  const { items, ...others } = result;
  return { list: items, shell: { ...head, result: { ...others, items: [] } } };
}

/** What a client that does not ask is told of a file. */
function isPublished(
  message: Message,
): message is Message & { readonly params: { readonly diagnostics: readonly object[] } } {
  return "method" in message && message.method === "textDocument/publishDiagnostics";
}

/** The answer to a client that asks for a file's diagnostics. */
function isFullReport(
  result: unknown,
): result is { readonly kind: "full"; readonly items: readonly object[] } {
  return (
    typeof result === "object" &&
    result !== null &&
    "kind" in result &&
    result.kind === "full" &&
    "items" in result &&
    Array.isArray(result.items)
  );
}
