/**
 * Text from a file as Markdown that shows exactly this text: no emphasis, links, images, HTML or icons come of it,
 * whatever its author wrote. Line breaks become spaces, and characters that reorder a line are dropped.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>~$|&@]/gu, "\\$&")
    .replace(/:(?=\/\/)/gu, "\\:")
    .replace(/\b(www)\./giu, "$1\\.")
    .replace(/^( *)([-+#=])/u, "$1\\$2")
    .replace(/^( *\d{1,9})([.)])/u, "$1\\$2");
}

/** A name of the language, which is letters, digits and `_` and so needs nothing but the backticks. */
export function codeName(name: string): string {
  return `\`${name.replace(/`/g, "")}\``;
}

/** A link that runs a command of ours; the arguments are JSON. */
export function commandLink(text: string, command: string, args: readonly unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(
    /[()'*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${escapeMarkdown(text)}](command:${command}?${query})`;
}

/** Text with a part of it in bold. The part stays plain where Markdown could not tell where it begins or ends. */
export function emphasise(text: string, start: number, end: number): string {
  const [before, part, after] = [text.slice(0, start), text.slice(start, end).trim(), text.slice(end)];
  const opens = isWord(part.at(0)) || !isWord(before.at(-1));
  const closes = isWord(part.at(-1)) || !isWord(after.at(0));
  if (part === "" || !opens || !closes) return escapeMarkdown(text);
  const lead = text.slice(start, end).startsWith(part) ? "" : " ";
  const tail = text.slice(start, end).endsWith(part) ? "" : " ";
  // The parts are escaped one by one, so a sign that matters only at the start of a line must not gain a backslash.
  const inner = escapeMarkdown(`.${part}`).slice(1);
  const rest = escapeMarkdown(`.${after}`).slice(1);
  return `${escapeMarkdown(before)}${lead}**${inner}**${tail}${rest}`;
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
}

/** Markdown of ours as the text that it shows, for clients that show plain text: no signs, images or targets of links. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) =>
      line
        .replace(/!\[[^\]]*\]\([^)]*\)/gu, "")
        .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/gu, "$1")
        .replace(/(?<!\\)(?:\*\*|`)/gu, "")
        .replace(/^>\s?/u, "  ")
        .replace(/\\([\\`*_[\]<>~$|&@:.\-+#=)])/gu, "$1"),
    )
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
