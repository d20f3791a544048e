import { describe, expect, it } from "vitest";
import { textIn } from "../../support/markers.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";
import { plan, planFiles, report } from "./plan-fixture.ts";

const plain = { images: false, commandLinks: false };

/** The hover at a marked place of the plan or the report; `marked` is the file with one `<|>`. */
function hoverAt(path: string, marked: string, options: TestOptions = {}, hover = plain) {
  const { service, marked: files, log } = createTestService({ ...planFiles, [path]: marked }, options);
  const file = files.get(path)!;
  const result = service.hover(path, file.cursors[0]!, hover);
  expect(log).toEqual([]);
  return (
    result && {
      words: textIn(file.text, result.range),
      lines: result.markdown.split("\n"),
      markdown: result.markdown,
    }
  );
}

function inPlan(words: string, options?: TestOptions, hover?: typeof plain) {
  expect(plan).toContain(words.replace("<|>", ""));
  return hoverAt("plan.bdg", plan.replace(words.replace("<|>", ""), words), options, hover);
}

function inReport(words: string, options?: TestOptions) {
  expect(report).toContain(words.replace("<|>", ""));
  return hoverAt("report.bdg", report.replace(words.replace("<|>", ""), words), options);
}

describe("the verdict is in the first line, with its numbers", () => {
  // 45% at the end of 2021, 60% at the end of 2025: on 31 December 2023, 730 of 1,461 days have gone by, so the path
  // is at 45 + 15 × 730/1461 = 52.49; 50% has covered 5 of 7.49, 66.7%.
  it.each([
    ["indicator lead<|>ers", "**Off track** — 2025: the plan says reach 60%; latest 50% (10/20) in 2023"],
    [
      "serves leaders<|>, awareness",
      "**Off track** — 2025: the plan says reach 60%; latest 50% (10/20) in 2023",
    ],
    ["clause   I<|>.1", "**Off track** — 2025: the plan says reach 60%; latest 50% (10/20) in 2023"],
    ["2025 reach 6<|>0%", "**Off track** — 2025: the plan says reach 60%; latest 50% (10/20) in 2023"],
    ["= 10 of 2<|>0", "**Off track** — 2025: the plan says reach 60%; latest 50% (10/20) in 2023"],
    [
      "indicator aware<|>ness",
      "**Missed** — 2024: 0 hoạt động, the plan says at least 1 hoạt động: 1 hoạt động short",
    ],
    ["task <|>training", "**Overdue** — due in 2024: nothing says that it was done"],
  ])("%s", (words, first) => {
    expect(inPlan(words)!.lines[0]).toBe(first);
  });

  it("in Vietnamese too", () => {
    expect(inPlan("indicator aware<|>ness", { language: "vi" })!.lines[0]).toBe(
      "**Không đạt** — năm 2024: 0 hoạt động, kế hoạch yêu cầu ít nhất 1 hoạt động: thiếu 1 hoạt động",
    );
  });

  it("of the due point that a value counts in, in a report", () => {
    expect(inReport("2022 = <|>2")!.lines[0]).toBe(
      "**Met** — 2022: 2 hoạt động, the plan says at least 1 hoạt động",
    );
    expect(inReport("awareness = <|>0")!.lines[0]).toMatch(/^\*\*Missed\*\* — 2024: 0 hoạt động/);
  });

  it("of the latest window that is closed, where several went alike", () => {
    const both = report.replace("awareness = 0", "awareness = 1; awareness 2025 = 3");
    const longer = plan.replace("2022..2024", "2022..2026").replace("indicator aw", "indicator a<|>w");
    const { service, marked } = createTestService({ ...planFiles, "plan.bdg": longer, "report.bdg": both });
    const hover = service.hover("plan.bdg", marked.get("plan.bdg")!.cursors[0]!, plain)!;
    expect(hover.markdown.split("\n")[0]).toBe(
      "**Met** — 2025: 3 hoạt động, the plan says at least 1 hoạt động",
    );
  });

  it("says that nothing is due yet before the first deadline", () => {
    const hover = inPlan("indicator lead<|>ers", { asOf: "2021-06-30" })!;
    expect(hover.lines[0]).toBe("**Not due yet** — 2025: the plan says reach 60%; nothing measured yet");
  });
});

describe("below it", () => {
  it("the path at the latest value and what is needed", () => {
    const { markdown } = inPlan("2025 reach 6<|>0%")!;
    expect(markdown).toContain("Path on 31 December 2023: 52.49%; 66.7% of the way is covered");
    expect(markdown).toContain("it has to rise by 5 percentage points each year (12 of 20, now 10)");
  });

  it("the clause's own words with the cited ones emphasised, its citation and the document", () => {
    const { markdown } = inPlan("indicator lead<|>ers")!;
    expect(markdown).toContain(
      "> Phấn đấu **đến năm 2025 đạt 60%** đơn vị có lãnh đạo nữ.\n\nkhoản 1, mục I (I.1) · plan.txt · line 6\n",
    );
  });

  it("the further paragraph that is cited as such, and which other clauses there are", () => {
    const files = {
      "d.txt": "KẾ HOẠCH\nX\n\nI. A\n\n1. Một.\n\nHai, đạt 60%.\n\nII. B\n\nĐiều 1. C\n\nBa, đạt 70%.\n",
      "a.bdg":
        'plan p "P" { document "d.txt" }\nindicator x "X" { clause I.1/2, II\n  unit percent }\nindicator y "Y" { clause Đ1/2\n  unit percent }\nindicator z "Z" { clause V, II\n  unit percent }\n',
    };
    const { service } = createTestService(files);
    const at = (line: number) =>
      service.hover("a.bdg", { line, character: 11 }, { images: false, commandLinks: false });
    expect(at(1)!.markdown).toContain(
      "> Hai, đạt 60%.\n\nđoạn thứ hai, khoản 1, mục I (I.1/2) · d.txt · line 8",
    );
    expect(at(1)!.markdown).toContain("It also cites `II`");
    expect(at(3)!.markdown).toContain("đoạn thứ hai Điều 1 (Đ1/2)");
    // The first that is there, where one is not.
    expect(at(5)!.markdown).toMatch(/> B\n\nmục II \(II\) · d\.txt · line 10\n\nIt also cites `V`/);
  });

  it("a link that opens the clause beside, where the client runs it", () => {
    const { markdown } = inPlan("indicator lead<|>ers", {}, { images: false, commandLinks: true })!;
    const link = /\[Open clause beside\]\(command:bdg\.openClause\?(\S+)\)$/m.exec(markdown);
    // The line counts from 0.
    expect(JSON.parse(decodeURIComponent(link![1]!))).toEqual(["plan.txt", 5]);
  });

  it("what a value is, rests on and counts in", () => {
    const { markdown, words } = inPlan("= 10 of 2<|>0")!;
    expect(markdown).toContain(
      "50% (10/20) in 2023, 1 January 2023 to 31 December 2023; evidence: Báo cáo 12",
    );
    expect(markdown).toContain("Counts in: in 2025 (off track)");
    expect(words).toBe('measured 2023 = 10 of 20 "Báo cáo 12"');
  });

  it("how each window of a recurring target went", () => {
    expect(inPlan("every year in 2022..20<|>24")!.markdown).toContain("Missed: 2024; met: 2022 and 2023.");
  });

  it("an explanation", () => {
    const source = plan
      .replace("lead   union_office", 'lead   union_office\n  explain 2024 "flood"')
      .replace("indicator aw", "indicator a<|>w");
    expect(hoverAt("plan.bdg", source)!.markdown).toContain("Explained: “flood”");
  });
});

describe("other names", () => {
  it.each([
    ["unit     per<|>cent", "**Percent; of several values in a period the latest counts**"],
    ["unit   act<|>ivity", "**hoạt động** — unit"],
    ["lead     off<|>ice", "**Văn phòng** — body"],
    ["{ fem<|>ale", "**Nữ** — category of Giới tính"],
    ["dimension s<|>ex", "**Giới tính** — dimension"],
    ["plan <|>p ", "**Kế hoạch** — plan"],
    ['"plan<|>.txt"', "**plan.txt**"],
    [
      "tar<|>get   2025",
      "**target** (`mục tiêu`) — What is promised: a period, a range, `every` or `total`, then a comparator and a value.",
    ],
    ["period 2<|>021..2025", "In 2021: 1 January 2021 to 31 December 2021"],
  ])("%s", (words, first) => {
    expect(inPlan(words)!.lines[0]).toBe(first);
  });

  it("say what a body is part of and leads", () => {
    const { markdown } = inPlan("lead   union_<|>office")!;
    expect(markdown).toContain("part of Văn phòng");
    expect(markdown).toContain("Leads:\n- Tuyên truyền");
    expect(markdown).not.toContain("Lãnh đạo nữ");
  });

  it("say what a used file and a document have", () => {
    expect(inReport('"plan<|>.bdg"')!.markdown).toContain("2 indicators, 1 tasks");
    expect(inPlan('"plan<|>.txt"')!.markdown).toContain("KẾ HOẠCH: Về bình đẳng giới");
    const gone = hoverAt("report.bdg", report.replace("plan.bdg", "pl<|>um.bdg"));
    expect(gone!.markdown).toBe("**plum.bdg** — it is not there");
  });

  it("give the days of a period under the plan's reporting year", () => {
    const source = plan.replace("period 2021..2025", "period 2<|>021..2025\n  year ends 14/12");
    expect(hoverAt("plan.bdg", source)!.lines[0]).toBe("In 2021: 15 December 2020 to 14 December 2021");
  });
});

it("says nothing between words, in comments, on unknown names and in files that are not there", () => {
  expect(hoverAt("plan.bdg", `${plan}\n# ind<|>icator\n`)).toBeUndefined();
  expect(hoverAt("plan.bdg", `${plan}\n<|>\n`)).toBeUndefined();
  expect(hoverAt("plan.bdg", plan.replace("lead     office", "lead     no<|>body"))).toBeUndefined();
  const { service } = createTestService(planFiles);
  expect(service.hover("other.bdg", { line: 0, character: 0 }, plain)).toBeUndefined();
});

it("counts in UTF-16 after decomposed letters and emoji, with CRLF", () => {
  const source = plan
    .replace('"Lãnh đạo nữ"', `"${"Lãnh đạo nữ 🎉".normalize("NFD")}"`)
    .replace("lead     office", "lead <|>    off<|>ice")
    .replaceAll("\n", "\r\n");
  const { service, marked } = createTestService({ ...planFiles, "plan.bdg": source });
  const { text, cursors } = marked.get("plan.bdg")!;
  expect(service.hover("plan.bdg", cursors[0]!, plain)).toBeUndefined();
  expect(textIn(text, service.hover("plan.bdg", cursors[1]!, plain)!.range)).toBe("office");
  const title = /"[^"]*🎉"/u.exec(text)!;
  const line = text.slice(0, title.index).split("\r\n").length - 1;
  const character = title.index + title[0].length - 2 - (text.lastIndexOf("\r\n", title.index) + 2);
  const onTitle = service.hover("plan.bdg", { line, character }, plain)!;
  expect(textIn(text, onTitle.range)).toBe(title[0]);
});
