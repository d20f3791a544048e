import { describe, expect, it } from "vitest";
import type { Coverage } from "../../../server/src/semantics/coverage.ts";
import { createTestService } from "../../support/test-service.ts";

const clauses = [
  "I. MỤC TIÊU",
  "1. Đến năm 2025 đạt 60% và đến năm 2030 đạt 75%.",
  "2. Hằng năm, ít nhất 02 lớp.",
  "3. Đến năm 2025 đạt 90% số xã.",
  "4. Đến năm 2026, tăng thêm 500 ha rừng.",
  "II. VIỆC CỦA NƠI KHÁC",
  "1. Đến năm 2025 đạt 10%.",
  "2. Đến năm 2025 đạt 20%.",
  "III. KHÔNG CÓ SỐ",
];
const files = {
  "d.txt": `KẾ HOẠCH\nVề việc học\n\n${clauses.join("\n\n")}\n`,
  "a.bdg": `plan p "Kế hoạch P" { period 2021..2030; document "d.txt"; aside II "việc của Sở khác" }
indicator x "X" { clause I.1; unit percent; target 2025 >= 65% }
indicator y "Y" { clause I.1; unit percent; target 2030 >= 75%; target 2025 >= 60% }
task t "T" { clause I.2 }
`,
};

function shape({ documents }: Coverage) {
  return documents.flatMap((document) =>
    document.clauses.map(({ address, status, commitments, citedBy }) => [
      address,
      status,
      commitments.map(({ said, agreement, by }) => `${said} | ${agreement} | ${by.join(" ")}`),
      citedBy.map(({ id }) => id).join(" "),
    ]),
  );
}

describe("coverage", () => {
  it("tells of each clause who takes it up, of each commitment whether a target agrees", () => {
    const { service, log } = createTestService(files);
    const coverage = service.coverage();
    expect(shape(coverage)).toEqual([
      ["I.1", "covered", ["2025: reach 60% | agrees | y", "2030: reach 75% | agrees | y"], "x y"],
      ["I.2", "covered", ["every year: at least 2 lớp | task | t"], "t"],
      ["I.3", "not-covered", ["2025: reach 90% | null | "], ""],
      ["I.4", "not-understood", [], ""],
      ["II.1", "aside", ["2025: reach 10% | null | "], ""],
      ["II.2", "aside", ["2025: reach 20% | null | "], ""],
    ]);
    const [document] = coverage.documents;
    expect(document).toMatchObject({
      path: "d.txt",
      title: "Về việc học",
      plans: [{ id: "p", name: "Kế hoạch P", path: "a.bdg" }],
      counts: { covered: 2, aside: 2, "not-covered": 1, "not-understood": 1 },
    });
    const aside = document!.clauses.find(({ address }) => address === "II.1");
    expect(aside).toMatchObject({ reason: "việc của Sở khác", citation: "khoản 1, mục II" });
    expect(document!.clauses[0]!.range.start).toEqual({ line: 5, character: 0 });
    expect(log).toEqual([]);
  });

  it("tells in the reader's language, and nothing of what is not named or can't be read", () => {
    const { service, documents } = createTestService(files, { language: "vi" });
    expect(shape(service.coverage())[1]).toEqual([
      "I.2",
      "covered",
      ["mỗi năm: ít nhất 2 lớp | task | t"],
      "t",
    ]);
    documents.delete("d.txt");
    service.documentChanged("d.txt");
    expect(service.coverage()).toEqual({ documents: [] });
    expect(service.namedDocuments()).toEqual(["d.txt"]);
    const lone = createTestService({
      "d.txt": files["d.txt"],
      "b.bdg": 'indicator x "X" { unit percent; clause I.1 }\n',
    });
    expect(lone.service.coverage()).toEqual({ documents: [] });
    expect(lone.service.namedDocuments()).toEqual([]);
  });
});

describe("clauses that nobody takes up are one problem where the plan names the document", () => {
  const told = (service: ReturnType<typeof createTestService>["service"]) =>
    service
      .problemsOf("a.bdg")
      .filter(({ code }) => code === "clause-not-covered" || code === "commitment-without-target");

  it("which leads to each of them and changes with what is cited", () => {
    const { service } = createTestService(files);
    const [problem, ...others] = told(service);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: "clause-not-covered",
      severity: "information",
      range: { start: { line: 0, character: 50 }, end: { line: 0, character: 57 } },
      message:
        "No indicator or task cites these clauses of “d.txt”, which promise something in numbers (1): I.3. Cite them, or set them aside.",
      related: [{ path: "d.txt", message: "I.3: Đến năm 2025 đạt 90% số xã." }],
    });
    service.setFile("a.bdg", files["a.bdg"].replace("clause I.2", "clause I.3"));
    expect(told(service)[0]!.message).toContain("(1): I.2.");
    service.setFile("a.bdg", files["a.bdg"].replace("clause I.2", "clause I.2, I.3"));
    expect(told(service)).toEqual([]);
    service.setFile("a.bdg", files["a.bdg"].replace("aside II ", "aside II.1 "));
    expect(told(service)[0]!.message).toContain("(2): I.3, II.2.");
  });

  it("and in a long list names the first of them", () => {
    const document = `KẾ HOẠCH\n\nI. MỤC TIÊU\n\n${Array.from({ length: 40 }, (_, i) => `${i + 1}. Đến năm 2025 đạt ${i + 10}%.\n`).join("\n")}`;
    const { service } = createTestService({
      "d.txt": document,
      "a.bdg": 'plan p "P" { document "d.txt" }\n',
    });
    const [problem] = told(service);
    expect(problem!.message).toContain("(40)");
    expect(problem!.message).toContain("I.1, I.2, I.3, I.4, I.5, I.6, I.7, I.8 and 32 more.");
    expect(problem!.related).toHaveLength(12);
  });

  it("a commitment that no target is about is told once, at the first of the citations", () => {
    const other = 'use "a.bdg"\nindicator z "Z" { clause I.3; unit percent; target 2027 >= 70% }\n';
    const { service } = createTestService({
      ...files,
      "a.bdg": files["a.bdg"]
        .replace("target 2030 >= 75%; target 2025 >= 60%", "")
        .replace("I.2 }", "I.2, II }"),
      "b.bdg": other,
      "c.bdg": other.replace("indicator z", "indicator w"),
    });
    const all = ["a.bdg", "b.bdg", "c.bdg"].flatMap((path) =>
      service
        .problemsOf(path)
        .filter(({ code }) => code === "commitment-without-target")
        .map(({ range, message }) => [path, range.start.line, message]),
    );
    expect(all).toEqual([
      [
        "a.bdg",
        1,
        "Clause I.1 also promises 2030: reach 75% (“Đến năm 2025 đạt 60% và đến năm 2030 đạt 75%”); no target of an indicator that cites it is about this.",
      ],
      ["b.bdg", 1, expect.stringContaining("Clause I.3 also promises 2025: reach 90%")],
    ]);
  });

  it("but not where a task takes it up, where it is set aside, or what is due after the plan", () => {
    const document =
      "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2025 đạt 60% và đến năm 2045 đạt 90%.\n\n2. Đến năm 2025 đạt 50% và đến năm 2030 đạt 70%.\n";
    const source = (more: string, plan = "") =>
      `plan p "P" { period 2021..2030; document "d.txt"${plan} }\nindicator x "X" { clause I.1, I.2; unit percent; target 2025 >= 60%; target 2025 >= 50% }\n${more}`;
    const codes = (text: string) =>
      told(createTestService({ "d.txt": document, "a.bdg": text }).service).length;
    expect(codes(source(""))).toBe(1);
    expect(codes(source('task t "T" { clause I.2 }\n'))).toBe(0);
    expect(codes(source("", '; aside I.2 "còn lại do Sở khác"'))).toBe(0);
  });
});
