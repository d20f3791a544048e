import type { Clause, PlanDocument } from "../documents/plan-document.ts";
import { readHeadingBodies } from "./actors.ts";

/** What a clause is for a plan: something to be done, or not. */
export interface Section {
  readonly isTask: boolean;
  /** It says who does what: "IV. Tổ chức thực hiện". */
  readonly isAssignment: boolean;
  /** The bodies that the nearest heading above names. */
  readonly bodies: readonly string[];
}

const TASKS =
  /nhiệm vụ|giải pháp|nội dung|hoạt động|biện pháp|phân công|trách nhiệm|tổ chức thực hiện|tổ chức triển khai|công việc|tasks?\b|measures?\b|solutions?\b|implementation/iu;
const ASSIGNMENTS = /phân công|trách nhiệm|tổ chức thực hiện|tổ chức triển khai|implementation/iu;
const OTHERS =
  /mục đích|yêu cầu|quan điểm|mục tiêu|chỉ tiêu|thực trạng|tình hình|đánh giá|kết quả|kinh phí|nguồn vốn|phạm vi|đối tượng|căn cứ|sự cần thiết|hiệu lực|thi hành|giải thích từ ngữ|nguyên tắc|objectives?\b|goals?\b|targets?\b|purpose|budget/iu;
/** Laws tell what holds, and no tasks that are done at some time. */
const LAWS = /^(?:bộ luật|luật|hiến pháp|pháp lệnh|nghị định|thông tư)/iu;
const TOP: Section = { isTask: false, isAssignment: false, bodies: [] };

/** The section that each clause stands in, made from the headings above it. */
export function sectionsOf({ clauses, kind }: PlanDocument): ReadonlyMap<Clause, Section> {
  const isLaw = LAWS.test(kind ?? "");
  const sections = new Map<Clause, Section>();
  const belows = new Map<Clause, Section>();
  for (const clause of clauses) {
    const above = clause.parent === null ? TOP : (belows.get(clause.parent) ?? TOP);
    sections.set(clause, above);
    belows.set(clause, isLaw ? above : below(clause, above));
  }
  return sections;
}

const LONGEST_HEADING = 220;

/** The heading of a clause: its first paragraph, up to a colon. */
export function headingOf({ paragraphs }: Clause): string {
  const text = paragraphs[0]?.text ?? "";
  const colon = text.indexOf(":");
  return (colon > 0 && colon < LONGEST_HEADING ? text.slice(0, colon) : text).replace(/\s+/gu, " ").trim();
}

function below(clause: Clause, above: Section): Section {
  const heading = headingOf(clause);
  if (heading.length > LONGEST_HEADING) return above;
  const words = heading.normalize("NFC");
  const task = TASKS.exec(words)?.index ?? -1;
  const other = OTHERS.exec(words)?.index ?? -1;
  // "Mục tiêu, nhiệm vụ": what stands first is what follows first.
  const decides = task >= 0 || other >= 0;
  const isAssignment = ASSIGNMENTS.test(words) || (above.isAssignment && !(other >= 0 && task < 0));
  const own = isAssignment || above.isTask ? readHeadingBodies(heading) : [];
  const isTask = decides && own.length === 0 ? task >= 0 && (other < 0 || task < other) : above.isTask;
  return { isTask, isAssignment: isAssignment && isTask, bodies: own.length > 0 ? own : above.bodies };
}
