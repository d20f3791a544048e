import type { Keyword } from "../syntax/keywords.ts";
import { lex } from "../syntax/lexer.ts";
import { unquote } from "../syntax/text-literal.ts";
import type { Token } from "../syntax/tokens.ts";
import * as t from "../syntax/tokens.ts";
import { tableEncodings } from "../text/table-encoding.ts";
import type { CompletionPlace } from "./completion-place.ts";
import type { FeatureContext } from "./feature-context.ts";

/**
 * What may stand inside quotes of a `data` declaration, from the table that it binds: the names of its sheets, the
 * encodings of a CSV file, the headings of its columns; undefined inside the quotes of its path.
 */
export function tableTexts(context: FeatureContext, place: CompletionPlace): readonly string[] | undefined {
  const head = headOf(place);
  if (head.file === undefined) return undefined;
  if (!place.inBlock && place.tokens.at(-1)?.keyword === "encoding") return tableEncodings;
  const table = context.tables.look(place.located.entry.path, head.file, head.sheet, head.encoding);
  if (!table) return [];
  if (place.inBlock) return table.headings.filter((heading) => heading !== "");
  return place.tokens.at(-1)?.keyword === "sheet" ? table.sheets : [];
}

/** The path, the sheet and the encoding that stand before the cursor; the head of a block is no part of its statements. */
function headOf({ text, typed }: CompletionPlace): {
  readonly file: string | undefined;
  readonly sheet: string | number | null;
  readonly encoding: string | null;
} {
  const { tokens } = lex(text.slice(0, text.length - typed.length - 1));
  const from = tokens.findLastIndex(
    ({ keyword, tokenType }, i) =>
      keyword === "data" && tokens[i + 1]?.tokenType === t.TextLiteral && tokenType !== t.TextLiteral,
  );
  const head = tokens.slice(from + 1);
  const after = (keyword: Keyword) => head.find((_, i) => head[i - 1]?.keyword === keyword);
  const [sheet, encoding] = [after("sheet"), after("encoding")];
  return {
    file: from < 0 ? undefined : unquote(head[0]!.image),
    sheet: sheet === undefined ? null : sheetOf(sheet),
    encoding: encoding === undefined ? null : unquote(encoding.image),
  };
}

function sheetOf(token: Token): string | number {
  return token.tokenType === t.TextLiteral ? unquote(token.image) : Number(token.image);
}
