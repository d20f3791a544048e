/**
 * A snippet of the language server protocol as an editor inserts it when every stop is accepted as it is; of choices
 * the one at `choice`, or the last.
 *
 * @returns the text, and what each stop offers, in order (the last stop, `$0`, has none)
 */
export function expandSnippet(
  snippet: string,
  choice = 0,
): { readonly text: string; readonly stops: readonly (readonly string[])[] } {
  const stops: string[][] = [];
  const unescaped = (text: string): string => text.replace(/\\(.)/gs, "$1");
  const stop = /\\.|\$(\d+)|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{(\d+)\|((?:\\.|[^\\|])*)\|\}/gs;
  const text = snippet.replace(stop, (whole, bare, named, words: string, chosen, list: string) => {
    const number = Number(bare ?? named ?? chosen ?? Number.NaN);
    if (Number.isNaN(number)) return unescaped(whole);
    if (number === 0) return "";
    if (number !== stops.length + 1)
      throw new Error(`stop ${number} after ${stops.length} others: ${snippet}`);
    const offered = list === undefined ? [unescaped(words ?? "")] : list.split(/(?<!\\),/).map(unescaped);
    stops.push(offered);
    return offered[Math.min(choice, offered.length - 1)]!;
  });
  return { text, stops };
}
