/** A place in a snippet where something is typed: a text that is typed over, or one of several to choose from. */
export type TabStop = { readonly text: string } | { readonly choices: readonly [string, ...string[]] };

/** Where the cursor stands when all the stops are done. */
export const lastStop = Symbol("last stop");

/** A piece of a snippet: words that stay, a stop, or the end. */
export type SnippetPart = string | TabStop | typeof lastStop;

/** The pieces in the syntax of the language server protocol's snippets; the stops are visited in their order. */
export function snippetText(parts: readonly SnippetPart[]): string {
  let stops = 0;
  return parts
    .map((part) => {
      if (part === lastStop) return "$0";
      if (typeof part === "string") return escaped(part, /[\\$}]/g);
      stops += 1;
      if ("text" in part)
        return part.text === "" ? `$${stops}` : `\${${stops}:${escaped(part.text, /[\\$}]/g)}}`;
      const choices = part.choices.map((choice) => escaped(choice, /[\\$},|]/g));
      return choices.length === 1 ? `\${${stops}:${choices[0]}}` : `\${${stops}|${choices.join(",")}|}`;
    })
    .join("");
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, "\\$&");
}

/** A stop with these choices; undefined where there is nothing to choose from. */
export function choice(choices: readonly string[]): TabStop | undefined {
  const [first, ...others] = choices;
  return first === undefined ? undefined : { choices: [first, ...others] };
}
