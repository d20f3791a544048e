import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";
import { wordKey } from "./word-key.ts";

const DAY = wordKey("ngày");
const YEAR = wordKey("năm");
const NUMBER = wordKey("số");
const OF = wordKey("của");
const PAPERS = phraseSet(
  "quyết định, nghị quyết, nghị định, thông tư, kế hoạch, chỉ thị, công văn, kết luận, thông báo, tờ trình, báo cáo, văn bản, hướng dẫn, quy định, công điện",
);
/** The words of an issuer between a document's number and its day. */
const LONGEST_ISSUER = 8;
const LAWS = phraseSet("luật, bộ luật, hiến pháp, pháp lệnh, công ước");
const LONGEST_TITLE = 10;

/**
 * Whether the date that begins with the token at `at` says which document is meant, and not when something is due:
 * "Nghị quyết số 12/2021/NQ-HĐND ngày 09/12/2021", "Luật Trẻ em năm 2016". "đến ngày" and "trong năm" lead to what is.
 */
export function isDateOfDocument(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.key === DAY) return isAfterNumber(tokens, at) || startsPhrase(PAPERS, tokens, at - 2);
  return tokens[at]?.key === YEAR && isAfterLaw(tokens, at);
}

/** Behind a number such as "45/KH-UBND" or "số 45", and behind whose document it is. */
function isAfterNumber(tokens: readonly Token[], at: number): boolean {
  let last = at - 1;
  if (tokens[last]?.key === ",") last -= 1;
  if (isNumber(tokens, last)) return true;
  for (let back = 0; back < LONGEST_ISSUER && tokens[last - back]?.kind === "word"; back += 1)
    if (tokens[last - back]!.key === OF) return isNumber(tokens, last - back - 1);
  return false;
}

function isNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "code") return token.text.includes("/") || token.text.includes("-");
  return token?.kind === "number" && tokens[at - 1]?.key === NUMBER;
}

/** Behind a law's title, which begins with a capital. */
function isAfterLaw(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - LONGEST_TITLE && tokens[i]?.kind === "word"; i -= 1)
    if (startsPhrase(LAWS, tokens, i) && /^\p{Lu}/u.test(tokens[i]!.text)) return true;
  return false;
}
