import { fromDecimal, isInteger } from "../semantics/rational.ts";
import { oneLine } from "../text/one-line.ts";
import type { NameTaker } from "./names.ts";
import { plainKey, tellingWords } from "./plain-letters.ts";
import type { PromiseGroup } from "./promise-groups.ts";

/** A unit that the file has to declare. */
export interface UnitDraft {
  readonly id: string;
  /** As printed. */
  readonly title: string;
  readonly whole: boolean;
  /** `1_000_000 vnd`, where it is a multiple of a unit that is always there. */
  readonly scale: { readonly factor: string; readonly unit: string } | null;
  /** Everything counted in it comes again and again, so that the values of a year add up. */
  readonly sums: boolean;
}

/** The unit of one indicator. */
export interface UnitChoice {
  readonly id: string;
  /** The unit was guessed from the words of the indicator. */
  readonly guessed: boolean;
  /** Its values add up although its unit's do not always. */
  readonly sums: boolean;
}

export interface Units {
  readonly declared: readonly UnitDraft[];
  of(group: PromiseGroup): UnitChoice;
}

/**
 * Chooses a unit for each indicator, and declares those that are not built in.
 *
 * @param known identifiers of units that are declared already, by {@link unitKey} of their titles
 */
export function chooseUnits(
  groups: readonly PromiseGroup[],
  names: NameTaker,
  known: ReadonlyMap<string, string> = new Map(),
): Units {
  const kinds = new Map(groups.map((group) => [group, kindOf(group)] as const));
  const declared = new Map<string, UnitDraft>();
  const usersOf = new Map<string, PromiseGroup[]>();
  for (const [group, { key }] of kinds) {
    const users = usersOf.get(key);
    if (users) users.push(group);
    else usersOf.set(key, [group]);
  }
  for (const kind of kinds.values()) {
    if (kind.builtin !== null || declared.has(kind.key) || known.has(kind.key)) continue;
    const users = usersOf.get(kind.key)!;
    const values = users.flatMap(valuesOf);
    declared.set(kind.key, {
      id: names.take(unitWords(kind.title), "don_vi"),
      title: kind.title,
      whole: kind.scale === null && kind.isCounted && values.every(isWhole),
      scale: kind.scale,
      sums: kind.isCounted && !STANDING.test(kind.title) && users.every(addsUp),
    });
  }
  return {
    declared: [...declared.values()],
    of: (group) => {
      const kind = kinds.get(group)!;
      const own = declared.get(kind.key);
      const counted = kind.builtin === null ? kind.isCounted || isDone(group) : kind.builtin === "person";
      const sums = addsUp(group) && counted && own?.sums !== true;
      return { id: own?.id ?? known.get(kind.key) ?? kind.builtin!, guessed: kind.guessed, sums };
    },
  };
}

interface Kind {
  readonly key: string;
  readonly builtin: string | null;
  readonly title: string;
  readonly isCounted: boolean;
  readonly guessed: boolean;
  readonly scale: UnitDraft["scale"];
}

function builtin(id: string, guessed = false): Kind {
  return { key: id, builtin: id, title: "", isCounted: false, guessed, scale: null };
}

function kindOf(group: PromiseGroup): Kind {
  const [{ change, unit, every, comparator }] = group.commitments as [PromiseGroup["commitments"][0]];
  if (change === "points" || change === "per-year" || (change === "relative" && every !== null))
    return builtin("percent");
  if (change !== null) return ofSubject(group.subject);
  if (unit === null) return withoutUnit(group, comparator);
  const printed = oneLine(unit);
  if (/^(?:%|phần trăm)$/iu.test(printed)) return builtin("percent");
  if (/^lần$/iu.test(printed)) return builtin("ratio");
  const whole = group.commitments.length > 0 && valuesOf(group).every(isWhole);
  if (/^người$/iu.test(printed) && whole) return builtin("person");
  if (/^đồng$/iu.test(printed) && whole) return builtin("vnd");
  return { ...declaredUnit(printed), guessed: false };
}

/** What is measured in places stands for itself; numbers without a noun are counts, fractions are ratios. */
function withoutUnit(group: PromiseGroup, comparator: string): Kind {
  if (!valuesOf(group).every(isWhole)) return builtin("ratio");
  const isRank =
    comparator === "<=" &&
    /(?:top|tốp|nhóm|hạng|dẫn đầu|đứng|xếp|thuộc)/iu.test(`${group.before} ${group.words} ${group.after}`);
  return isRank ? declaredUnit("thứ hạng", false) : builtin("count");
}

/** Of a change, the level it starts from is measured in something that only the words tell. */
function ofSubject(subject: string): Kind {
  if (/^t[ỷỉ] (?:lệ|trọng)/iu.test(subject)) return builtin("percent", true);
  if (
    /^(?:tổng )?số (?:lượng )?(?:người|lao động|trẻ em|học sinh|phụ nữ|cán bộ|học viên|nạn nhân)/iu.test(
      subject,
    )
  )
    return builtin("person", true);
  return builtin("count", true);
}

/** Whether a unit measures and names nothing: "ha", "tỷ đồng"; of "50 ha rừng" the forest is what is counted. */
export function isMeasure(title: string): boolean {
  return /^(?:(?:nghìn|ngàn|triệu|t[ỷỉ]|nghìn tỷ|ngàn tỷ) )?(?:k?m[23²³]?|ha|héc ta|hec ?ta|tấn|tạ|kg|lít|kWh|MWp?|GWh|kW|đồng|USD|giờ|phút)$/iu.test(
    oneLine(title),
  );
}

const SCALES: readonly (readonly [RegExp, string])[] = [
  [/^(?:nghìn|ngàn) tỷ /iu, "1_000_000_000_000"],
  [/^t[ỷỉ] /iu, "1_000_000_000"],
  [/^triệu /iu, "1_000_000"],
  [/^(?:nghìn|ngàn) /iu, "1_000"],
];

/** What two spellings of a unit have in common. */
export function unitKey(title: string): string {
  return `unit ${/[%‰/]/u.test(title) ? title.toLowerCase().replace(/\s/gu, "") : plainKey(title)}`;
}

function declaredUnit(
  title: string,
  isCounted = !/[%‰/]|^(?:k?m2?3?|km2|ha|héc ta|hec ?ta|tấn|tạ|kg|lít|kWh|MW|MWp|GWh|kW|giờ|phút|USD|điểm|năm|tuổi|nghìn|triệu|tỷ|tỉ|ngàn)(?!\p{L})/iu.test(
    title,
  ),
): Kind {
  const key = unitKey(title);
  for (const [pattern, factor] of SCALES) {
    const base = title.replace(pattern, "");
    const unit = base === title ? undefined : BASES.get(base.toLowerCase());
    if (unit !== undefined)
      return { key, builtin: null, title, isCounted: false, guessed: false, scale: { factor, unit } };
  }
  return { key, builtin: null, title, isCounted, guessed: false, scale: null };
}

const BASES: ReadonlyMap<string, string> = new Map([
  ["đồng", "vnd"],
  ["người", "person"],
]);

function unitWords(title: string): readonly string[] {
  const ratio = title.includes("/") ? "ty suat " : "";
  return tellingWords(
    ratio +
      title
        .replaceAll("%", " phan tram ")
        .replaceAll("‰", " phan nghin ")
        .replace(/[.,](?=\d{3})/gu, ""),
  );
}

function valuesOf({ commitments }: PromiseGroup): readonly string[] {
  return commitments.flatMap(({ value, upper }) => (upper === null ? [value] : [value, upper]));
}

function isWhole(decimal: string): boolean {
  const value = fromDecimal(decimal);
  return value !== undefined && isInteger(value);
}

/** What happens, however it is said: of two quarters there are as many as of both together. */
const EVENTS =
  /^(?:(?:nghìn|ngàn|triệu) )?(?:cuộc|lượt|đợt|buổi|hội (?:nghị|thảo|thi|diễn|chợ|sách)|tọa đàm|toạ đàm|diễn đàn|đối thoại|lớp (?:tập huấn|bồi dưỡng|đào tạo|học nghề)|khóa|khoá|tin|bài|phóng sự|chuyên đề|hoạt động|sự kiện|vụ|chuyến|phiên|ngày hội|tờ rơi|ấn phẩm)(?!\p{L})/iu;
/** What is there and stays, so that the latest count is the whole. */
const STANDING =
  /^(?:xã|phường|thị trấn|huyện|đặc khu|tỉnh|thôn|bản|ấp|buôn|làng|khóm|tổ dân phố|khu dân cư|trường|trạm|cơ quan|đơn vị|hộ|doanh nghiệp|hợp tác xã|chi bộ|tổ chức|cơ sở|thư viện|điểm)(?!\p{L})/iu;

/**
 * The values of a year add up: what is done in a year or a part of one, or comes again in each. How things stand in a
 * year, as "80 xã đạt chuẩn", does not.
 */
function addsUp(group: PromiseGroup): boolean {
  const title = oneLine(group.commitments[0]?.unit ?? "");
  // "02 lớp bồi dưỡng" is told from "45 lớp học" by what follows the unit.
  const counted = group.subject.toLowerCase().startsWith(title.toLowerCase()) ? group.subject : title;
  if (EVENTS.test(counted) || isDone(group)) return true;
  return isRecurring(group) && !STANDING.test(title);
}

/** "Xây dựng 03 mô hình trong năm 2024"; "đến năm 2030 xây dựng …" counts since the plan began. */
function isDone({ isDeed, commitments, before, words, after }: PromiseGroup): boolean {
  const counts = commitments.every(
    ({ change, unit }) => change === null && unit !== null && !/[%‰/]/u.test(unit),
  );
  if (!isDeed || !counts) return false;
  return isRecurring({ commitments }) || !UNTIL.test(`${before} ${words} ${after}`.normalize("NFC"));
}

const UNTIL =
  /(?<!\p{L})(?:đến|tới|by|until)(?: hết| cuối)? (?:năm |the end of )?(?:19|20|21)\d\d|giai đoạn|thời kỳ|nhiệm kỳ/iu;

function isRecurring({ commitments }: Pick<PromiseGroup, "commitments">): boolean {
  return commitments.every(({ every }) => every !== null);
}
