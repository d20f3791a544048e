/**
 * The keywords: one concept each, with every spelling in both languages. The first spelling of a language is
 * the one that we write; the others are understood. Words of one spelling are parted by a space.
 */
export const keywordSpellings = {
  use: { en: ["use"], vi: ["dùng"] },
  as: { en: ["as"], vi: ["là"] },
  plan: { en: ["plan"], vi: ["kế hoạch"] },
  unit: { en: ["unit"], vi: ["đơn vị tính"] },
  body: { en: ["body"], vi: ["cơ quan"] },
  dimension: { en: ["dimension"], vi: ["phân tổ"] },
  indicator: { en: ["indicator"], vi: ["chỉ tiêu"] },
  task: { en: ["task"], vi: ["nhiệm vụ"] },
  report: { en: ["report"], vi: ["báo cáo"] },
  data: { en: ["data"], vi: ["dữ liệu"] },

  number: { en: ["number"], vi: ["số"] },
  issued: { en: ["issued"], vi: ["ban hành"] },
  by: { en: ["by"], vi: ["cơ quan ban hành"] },
  period: { en: ["period"], vi: ["giai đoạn", "kỳ"] },
  document: { en: ["document"], vi: ["văn bản"] },
  basis: { en: ["basis"], vi: ["căn cứ"] },
  dated: { en: ["dated"], vi: ["ngày"] },
  signed: { en: ["signed"], vi: ["ký"] },
  copies: { en: ["copies"], vi: ["nơi nhận"] },
  implements: { en: ["implements"], vi: ["thực hiện"] },
  aside: { en: ["aside"], vi: ["không theo dõi"] },
  note: { en: ["note"], vi: ["ghi chú"] },
  yearEnds: { en: ["year ends"], vi: ["năm báo cáo đến"] },

  whole: { en: ["whole"], vi: ["số nguyên"] },
  range: { en: ["range"], vi: ["miền"] },
  scale: { en: ["scale"], vi: ["bằng"] },
  decimals: { en: ["decimals"], vi: ["chữ số thập phân"] },
  aggregate: { en: ["aggregate"], vi: ["gộp"] },
  latest: { en: ["latest"], vi: ["mới nhất"] },
  sum: { en: ["sum"], vi: ["tổng"] },
  mean: { en: ["mean"], vi: ["trung bình"] },
  min: { en: ["min"], vi: ["nhỏ nhất"] },
  max: { en: ["max"], vi: ["lớn nhất"] },

  clause: { en: ["clause"], vi: ["điều khoản"] },
  in: { en: ["in"], vi: ["trong", "thuộc"] },
  baseline: { en: ["baseline"], vi: ["kỳ gốc"] },
  target: { en: ["target"], vi: ["mục tiêu"] },
  total: { en: ["total"], vi: ["lũy kế"] },
  every: { en: ["every"], vi: ["hằng", "mỗi", "hàng"] },
  year: { en: ["year"], vi: ["năm"] },
  half: { en: ["half"], vi: ["sáu tháng"] },
  quarter: { en: ["quarter"], vi: ["quý"] },
  month: { en: ["month"], vi: ["tháng"] },
  for: { en: ["for"], vi: ["đối với", "với"] },
  measured: { en: ["measured"], vi: ["kết quả"] },
  formula: { en: ["formula"], vi: ["công thức"] },
  lead: { en: ["lead"], vi: ["chủ trì"] },
  with: { en: ["with"], vi: ["phối hợp", "phối hợp với", "phối hợp cùng"] },
  path: { en: ["path"], vi: ["lộ trình"] },
  linear: { en: ["linear"], vi: ["thẳng"] },
  pathNone: { en: ["path none"], vi: ["không xét lộ trình"] },
  onTrackFrom: { en: ["on track from"], vi: ["đúng tiến độ từ"] },
  offTrackBelow: { en: ["off track below"], vi: ["chậm tiến độ dưới"] },
  explain: { en: ["explain"], vi: ["giải trình"] },

  reach: { en: ["reach"], vi: ["đạt"] },
  atLeast: { en: ["at least", "no less than"], vi: ["ít nhất", "tối thiểu", "không dưới", "không thấp hơn"] },
  atMost: { en: ["at most", "no more than"], vi: ["không quá", "tối đa", "không vượt quá", "không cao hơn"] },
  above: { en: ["above", "more than"], vi: [] },
  below: { en: ["below", "less than"], vi: ["dưới"] },
  orMore: { en: ["or more"], vi: ["trở lên"] },
  orLess: { en: ["or less"], vi: ["trở xuống"] },
  between: { en: ["between", "from"], vi: ["từ"] },
  and: { en: ["and"], vi: ["và", "đến"] },
  about: { en: ["about"], vi: ["khoảng"] },
  within: { en: ["within"], vi: ["sai số"] },
  of: { en: ["of"], vi: [] },
  /** `trên` is "above" after a period and "of" inside a value; only the grammar can tell. */
  aboveOrOf: { en: [], vi: ["trên"] },

  due: { en: ["due"], vi: ["hạn"] },
  done: { en: ["done"], vi: ["hoàn thành"] },
  serves: { en: ["serves"], vi: ["phục vụ"] },

  value: { en: ["value"], vi: ["giá trị"] },
  category: { en: ["category"], vi: ["loại"] },
  evidence: { en: ["evidence"], vi: ["nguồn"] },
  periods: { en: ["periods"], vi: ["các kỳ"] },
  sheet: { en: ["sheet"], vi: ["trang"] },
  encoding: { en: ["encoding"], vi: ["bảng mã"] },
} as const satisfies Readonly<
  Record<string, { readonly en: readonly string[]; readonly vi: readonly string[] }>
>;

export type Keyword = keyof typeof keywordSpellings;

export const keywords = Object.keys(keywordSpellings) as readonly Keyword[];

/** The keywords that begin a declaration. */
export const declarationKeywords = [
  "use",
  "plan",
  "unit",
  "body",
  "dimension",
  "indicator",
  "task",
  "report",
  "data",
] as const satisfies readonly Keyword[];

export type DeclarationKeyword = (typeof declarationKeywords)[number];

/** A node of the tree of keyword words: the keyword that ends here, and the words that may follow. */
export interface KeywordNode {
  readonly keyword: Keyword | undefined;
  readonly next: ReadonlyMap<string, KeywordNode>;
}

interface GrowingNode {
  keyword: Keyword | undefined;
  next: Map<string, GrowingNode>;
}

function growTree(): KeywordNode {
  const root: GrowingNode = { keyword: undefined, next: new Map() };
  for (const keyword of keywords) {
    const { en, vi } = keywordSpellings[keyword];
    for (const spelling of [...en, ...vi]) {
      let node = root;
      for (const word of spelling.split(" ")) {
        const child = node.next.get(word) ?? { keyword: undefined, next: new Map() };
        node.next.set(word, child);
        node.next.set(wordKey(word), child);
        node = child;
      }
      node.keyword = keyword;
    }
  }
  return root;
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * What makes two spellings of a word the same: small letters, composed or decomposed alike, and the tone counted
 * for the word as a whole, so that `hoà` and `hòa` (old and new placement) are one word.
 */
export function wordKey(word: string): string {
  const decomposed = word.toLowerCase().normalize("NFD");
  const marks = decomposed.match(tones);
  return marks ? decomposed.replace(tones, "") + marks.join("") : decomposed;
}

/** Where every keyword search starts. */
export const keywordTree: KeywordNode = growTree();

const plainWord = /^[a-z0-9_]+$/;

/** The node that a word leads to, in any of its spellings. */
export function followWord(node: KeywordNode, word: string): KeywordNode | undefined {
  const exact = node.next.get(word);
  if (exact || node.next.size === 0 || plainWord.test(word)) return exact;
  return node.next.get(wordKey(word));
}

/** How a keyword is written: the spelling that we prefer in a language. */
export function keywordText(keyword: Keyword, language: "en" | "vi"): string {
  if (keyword === "aboveOrOf") return language === "vi" ? "trên" : "above";
  if (language === "vi" && (keyword === "above" || keyword === "of")) return "trên";
  return keywordSpellings[keyword][language][0] ?? keyword;
}
