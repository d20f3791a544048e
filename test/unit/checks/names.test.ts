import { describe, expect, it } from "vitest";
import { createTestService, expectDiagnostics } from "../../support/test-service.ts";

const higher = { "higher.bdg": 'body so "Sở cấp trên"\nindicator y "Y" { unit percent }\nplan h "H" { }\n' };

describe("a name that stands for nothing", () => {
  it.each([
    ["Phong_CCVC", "phong_ccvc"],
    ["phong_ccv", "phong_ccvc"],
    ["phòng_ccvc", "phong_ccvc"],
    ["phogn_ccvc", "phong_ccvc"],
    ["ban", undefined],
    ["xyz", undefined],
  ])("%s: the nearest one is suggested", (written, nearest) => {
    const [problem] = expectDiagnostics(`body phong_ccvc "Phòng"\nbody so "Sở" in <|${written}|>\n`, [
      "unknown-name",
    ]);
    expect(problem!.data).toEqual(
      nearest === undefined ? { kind: "body", name: written } : { kind: "body", name: written, nearest },
    );
    expect(problem!.message).toBe(
      `There is no body called “${written}” here.${nearest === undefined ? "" : ` Did you mean “${nearest}”?`}`,
    );
  });

  it.each([
    ['body phong_ccvc "Phòng Công chức, viên chức"', "unit percent; lead <|Phòng Công chức|>, so", undefined],
    ['body so_khdt "Sở Kế hoạch và Đầu tư"', "unit percent; lead so, <|Sở kế hoạch và Đầu tư|>", "so_khdt"],
    ['body phong_ccvc "P"', "unit percent; with <|Phong  CCVC|>", "phong_ccvc"],
    ['unit lop "lớp tập huấn"', "unit <|Lớp tập huấn|>; lead so", "lop"],
  ])(
    "what somebody is called is one name that is not there, found by its words: %s, %s",
    (there, line, nearest) => {
      const source = `body so "Sở"\n${there}\nindicator x "X" { ${line} }\n`;
      const [problem] = expectDiagnostics(source, ["unknown-name"]);
      expect(problem!.data?.nearest).toBe(nearest);
    },
  );

  it("a plain name is not the first of several words", () => {
    const source = (rest: string) => `body so "Sở"\nindicator x "X" { unit percent${rest} }\n`;
    expectDiagnostics(source(" <|whole|>"), ["unexpected-text"]);
    expectDiagnostics(source("; lead so <|with so|>"), ["unexpected-text"]);
  });

  it("a category that two dimensions of a file with a prefix have is named by the dimension", () => {
    const parent = { "c.bdg": 'dimension s "S" { f "F" m "M" }\ndimension t "T" { f "F" o "O" }\n' };
    const of = (name: string) =>
      `use "c.bdg" as c\nindicator x "X" { unit percent; measured 2024 for ${name} = 1% }\n`;
    const [problem] = expectDiagnostics(of("<|c.f|>"), ["ambiguous-name"], parent);
    expect(problem!.message).toContain("s.f, t.f");
    expectDiagnostics(of("s.f"), [], parent);
    expectDiagnostics(of("c.m"), [], parent);
    expectDiagnostics(of("<|s.o|>"), ["unknown-name"], parent);
  });

  it("of several as near the same one is suggested, in whatever order they stand", () => {
    const [a, b] = ['body sa "A"\n', 'body sb "B"\n'];
    for (const text of [`${a}${b}`, `${b}${a}`]) {
      expect(expectDiagnostics(`${text}body x "X" in s1`, ["unknown-name"])[0]!.data?.nearest).toBe("sa");
    }
  });

  it("a built-in unit may be meant", () => {
    const [problem] = expectDiagnostics('indicator x "X" {\n  unit <|percnt|>\n}', ["unknown-name"]);
    expect(problem!.data?.nearest).toBe("percent");
  });

  it("a name of a used file is suggested with its prefix", () => {
    const source = 'use "higher.bdg" as tinh\nindicator x "X" {\n  unit percent\n  implements <|tinh.z|>\n}';
    expect(expectDiagnostics(source, ["unknown-name"], higher)[0]!.data?.nearest).toBe("tinh.y");
  });
});

describe("a name and its title", () => {
  it("a title may be left out, and then the name is shown", () => {
    const source = "plan p { }\nbody b\nindicator x { unit percent; lead b }\ntask t { lead b }\n";
    expectDiagnostics(source, []);
    const { service } = createTestService({ "a.bdg": source });
    const [judged] = service.judgement().plans;
    expect([judged!.plan!.name, judged!.indicators[0]!.indicator.name, judged!.tasks[0]!.task.name]).toEqual([
      "p",
      "x",
      "t",
    ]);
  });

  it("several words are no name: a keyword of several, and words that may be an unquoted title", () => {
    expectDiagnostics('body <|kế hoạch|> "Sở"', ["name-of-several-words"]);
    expectDiagnostics('indicator women <|leaders|> "W" { unit percent }', ["syntax-error"]);
  });
});

describe("a name of another kind", () => {
  it("says what it is, what is needed, and where it is declared", () => {
    const [problem] = expectDiagnostics('unit u "u"\nindicator x "X" {\n  unit percent\n  lead <|u|>\n}', [
      "wrong-kind",
    ]);
    expect(problem!.message).toBe("“u” is a unit, but a body is needed here.");
    expect(problem!.related).toEqual([
      {
        path: "test.bdg",
        range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } },
        message: "It is declared here",
      },
    ]);
  });
});

describe("a name declared twice", () => {
  it("is reported at both places, each leading to the other", () => {
    const problems = expectDiagnostics('body <|so|> "Sở"\nunit <|so|> "sở"\n', [
      "duplicate-name",
      "duplicate-name",
    ]);
    expect(problems.map((problem) => problem.related.map((one) => one.range.start.line))).toEqual([[1], [0]]);
  });

  it.each([
    ["categories of one dimension", 'dimension s "S" { <|f|> "F" <|f|> "G" }', 2],
    ["categories of two dimensions", 'dimension s "S" { f "F" }\ndimension t "T" { f "F" }', 0],
    ["categories with commas between", 'dimension s "S" { f "F", m "M", }', 0],
    ["a category and its dimension", 'dimension f "S" { f "F" }', 0],
    ["two documents", 'plan p "P" {\n  document "a.txt" as <|d|>\n  document "b.txt" as <|d|>\n}', 2],
    ["a document and a body", 'plan p "P" {\n  document "a.txt" as d\n}\nbody d "D"', 0],
    ["a name in two files", 'body so "Sở"', 0],
    ["composed and decomposed", 'body <|sở|> "Sở"\nbody <|so\u031b\u0309|> "Sở"', 2],
    ["capitals", 'body so "Sở"\nbody So "Sở"', 0],
  ])("%s", (_, source, times) => {
    const documents = { "a.txt": "I. A", "b.txt": "I. B" };
    expectDiagnostics(
      source,
      Array.from({ length: times }, () => "duplicate-name"),
      { ...higher, ...documents },
    );
  });
});

describe("files that are used", () => {
  it("give their names without a prefix, and what they use in turn stays theirs", () => {
    const files = { "a.bdg": 'use "b.bdg"\nbody a "A" in b\n', "b.bdg": 'body b "B"\n' };
    expectDiagnostics('use "a.bdg"\nbody x "X" in a\nbody y "Y" in <|b|>\n', ["unknown-name"], files);
  });

  it("give them under their prefix only", () => {
    expectDiagnostics(
      'use "higher.bdg" as h\nbody x "X" in h.so\nbody y "Y" in <|so|>\n',
      ["unknown-name"],
      higher,
    );
  });

  it("a file's own name wins over a used one", () => {
    expectDiagnostics('use "higher.bdg"\nbody so "Sở"\nbody x "X" in so\n', [], higher);
  });

  it("the same file used twice brings its names once", () => {
    const files = { "a.bdg": 'dimension s "S" { f "F" }\n' };
    expectDiagnostics(
      'use "a.bdg"\nuse "a.bdg"\nindicator x "X" {\n  unit percent\n  measured 2024 for f = 3%\n}',
      [],
      files,
    );
  });

  it("two without a prefix that declare one name are an error at the second", () => {
    const files = { ...higher, "b.bdg": 'unit u "u"\nbody so "Sở"\n' };
    const [problem] = expectDiagnostics('use "higher.bdg"\nuse <|"b.bdg"|>\n', ["use-collision"], files);
    expect(problem!.message).toContain("“so” is declared both in “b.bdg” and in “higher.bdg”");
    expectDiagnostics('use "higher.bdg"\nuse "b.bdg" as b\n', [], files);
  });

  it("two under one prefix that declare one name are an error at the second, too", () => {
    const files = { ...higher, "b.bdg": 'unit u "u"\nbody so "Sở"\n', "c.bdg": 'body c "C"\n' };
    const source = 'use "higher.bdg" as x\nuse "c.bdg" as x\nuse <|"b.bdg"|> as x\n';
    const [problem] = expectDiagnostics(source, ["use-collision"], files);
    expect(problem!.message).toBe(
      '“so” is declared both in “b.bdg” and in “higher.bdg”. Give one of the files another prefix: use "b.bdg" as …',
    );
    expectDiagnostics('use "higher.bdg" as x\nuse "b.bdg" as y\n', [], files);
    expectDiagnostics('use "higher.bdg" as x\nuse "higher.bdg" as x\n', [], files);
  });

  it("a file without a plan may use several: a report on both, whose values go to their own", () => {
    const planned = (id: string) =>
      `plan ${id} "${id}" { period 2021..2025 }\nindicator x "X" { unit percent; target 2024 >= 50% }\n`;
    const source = 'use "a.bdg" as a\nuse "b.bdg" as b\nreport 2024 "R" { a.x = 60%; b.x = <|40%|> }\n';
    expectDiagnostics(source, ["target-missed"], { "a.bdg": planned("a"), "b.bdg": planned("b") });
  });

  it("a path is relative to the file that it is written in", () => {
    const { service } = createTestService({
      "plans/a.bdg": 'use "../units/u.bdg"\nindicator x "X" { unit u }',
      "units/u.bdg": 'unit u "u"',
    });
    expect(service.problemsOf("plans/a.bdg")).toEqual([]);
  });
});

describe("a path that may not be opened", () => {
  const relative = "write it relative to this file, with “/”";
  const device = "on Windows it is the name of a device. Give the file another name";

  it.each([
    ["/etc/x", relative],
    ["a\\\\b", relative],
    ["https://x/y", relative],
    ["nul", device],
    ["com1", device],
  ])("says why, wherever it stands: %s", (name, advice) => {
    const source = `plan p "P" { document <|"${name}.txt"|> }\ndata <|"${name}.csv"|>\nuse <|"${name}.bdg"|>\n`;
    const problems = expectDiagnostics(source, ["path-not-allowed", "path-not-allowed", "path-not-allowed"]);
    for (const { message } of problems)
      expect(message).toContain(`” is no path that can be used here: ${advice}.`);
  });

  it("a name that Windows would cut short is to be changed as well", () => {
    const [problem] = expectDiagnostics('plan p "P" { document <|"plan.txt."|> }', ["path-not-allowed"]);
    expect(problem!.message).toContain("ends in a dot or a blank");
  });
});

describe("circles", () => {
  it.each<[string, string, Parameters<typeof expectDiagnostics>[1]]>([
    [
      "bodies",
      'body a "A" in <|b|>\nbody b "B" in <|c|>\nbody c "C" in <|a|>\n',
      ["body-cycle", "body-cycle", "body-cycle"],
    ],
    ["a body that only leads to one", 'body x "X" in a\nbody a "A" in <|a|>\n', ["body-cycle"]],
    [
      "formulas",
      'indicator a "A" { unit percent; formula = <|b * 2|> }\nindicator b "B" { unit percent; formula = <|a + 1|> }\n',
      ["formula-cycle", "formula-cycle"],
    ],
    [
      "parents",
      'indicator a "A" { unit percent; implements <|b|> }\nindicator b "B" { unit percent; implements <|a|> }\n',
      ["implements-cycle", "implements-cycle"],
    ],
    ["plans", 'plan p "P" { implements <|p|> }\n', ["implements-cycle"]],
    [
      "scales",
      'unit a "A" { scale 10 <|b|> }\nunit b "B" { scale 10 <|a|> }\n',
      ["unit-cycle", "unit-cycle"],
    ],
    ["a ladder of bodies", 'body a "A" in b\nbody b "B" in c\nbody c "C"\n', []],
  ])("of %s", (_, source, codes) => {
    expectDiagnostics(source, codes);
  });

  it("of files name the way round, in each of them", () => {
    const { service } = createTestService({
      "a.bdg": 'use "b.bdg"',
      "b.bdg": 'use "c.bdg"',
      "c.bdg": 'use "a.bdg"',
    });
    const messages = service
      .paths()
      .flatMap((path) => service.problemsOf(path).map((problem) => problem.message));
    expect(messages).toEqual([
      "These files use each other in a circle: a.bdg → b.bdg → c.bdg → a.bdg.",
      "These files use each other in a circle: b.bdg → c.bdg → a.bdg → b.bdg.",
      "These files use each other in a circle: c.bdg → a.bdg → b.bdg → c.bdg.",
    ]);
  });

  it("leave every other judgement as it is", () => {
    const { service, log } = createTestService({
      "a.bdg":
        'indicator a "A" { unit percent; formula = a; target 2024 >= 3% }\nindicator b "B" { unit percent; formula = a / a; target 2024 >= 3% }\nindicator c "C" { unit percent; measured 2024 = 5%; target 2024 >= 3% }',
    });
    expect(service.judgement().plans[0]!.indicators.map((one) => one.status)).toEqual([
      "no-data",
      "no-data",
      "met",
    ]);
    expect(log).toEqual([]);
  });
});

describe("names that look alike", () => {
  it("are reported where the letters are not Latin", () => {
    const source = 'body <|so|> "Sở"\nbody <|s\u043e|> "Sở"\n';
    const problems = expectDiagnostics(source, ["look-alike-name", "look-alike-name"]);
    expect(problems.map(({ related }) => related[0]!.range.start.line)).toEqual([1, 0]);
    expect(problems[0]!.message).toBe("“so” looks like “s\u043e” but is written with other letters.");
  });

  it("are reported where each has another letter that is not Latin", () => {
    const source = 'body <|s\u043eo|> "Sở"\nbody <|so\u043e|> "Sở"\n';
    expectDiagnostics(source, ["look-alike-name", "look-alike-name"]);
  });

  it("are not where nothing is declared that looks the same", () => {
    expectDiagnostics('body s\u043e "Sở"\nbody soo "Sở"\n', []);
  });

  it("are reported in a file and in one that it uses, unless it needs a prefix there", () => {
    const used = { "used.bdg": 'body s\u043e "Sở"\n' };
    const open = 'use "used.bdg"\nbody <|so|> "Sở"\n';
    const [problem] = expectDiagnostics(open, ["look-alike-name"], used);
    expect(problem!.related[0]!.path).toBe("used.bdg");
    const bare = open.replace(/<\||\|>/g, "");
    const { service } = createTestService({ "test.bdg": bare, ...used });
    expect(service.problemsOf("used.bdg").map(({ code }) => code)).toEqual(["look-alike-name"]);
    const prefixed = 'use "used.bdg" as tren\nbody so "Sở"\n';
    expectDiagnostics(prefixed, [], used);
    service.setFile("test.bdg", prefixed);
    expect(service.problemsOf("used.bdg")).toEqual([]);
    service.setFile("test.bdg", bare);
    expect(service.problemsOf("used.bdg").map(({ code }) => code)).toEqual(["look-alike-name"]);
    service.setFile("test.bdg", 'use "used.bdg"\n');
    expect(service.problemsOf("used.bdg")).toEqual([]);
  });

  it("are told of the other one where it is now, and no longer when it is gone", () => {
    const { service } = createTestService({ "a.bdg": 'body so "Sở"\nbody s\u043e "Sở"\n' });
    const lines = () => service.problemsOf("a.bdg").map(({ related }) => related[0]!.range.start.line);
    const atTop = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    service.editFile("a.bdg", [
      { range: { start: { line: 1, character: 9 }, end: { line: 1, character: 11 } }, text: "Sở khác" },
    ]);
    service.editFile("a.bdg", [{ range: atTop, text: "\n\n" }]);
    expect(lines()).toEqual([3, 2]);
    service.editFile("a.bdg", [
      { range: { start: { line: 3, character: 5 }, end: { line: 3, character: 7 } }, text: "phong" },
    ]);
    expect(lines()).toEqual([]);
  });
});

describe("a chain of used files", () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [`${i + 1}.bdg`, i + 1 < length ? `use "${i + 2}.bdg"` : ""]),
    );

  it("is followed over 32 steps, and no farther", () => {
    const codes = (length: number) => {
      const { service } = createTestService({ "test.bdg": 'use "1.bdg"', ...chain(length) });
      return service.problemsOf("test.bdg").map((problem) => problem.code);
    };
    expect(codes(32)).toEqual([]);
    expect(codes(33)).toEqual(["use-too-far"]);
  });
});
