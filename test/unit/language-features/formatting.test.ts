import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saysTheSame } from "../../../server/src/language-features/formatting.ts";
import { Program } from "../../../server/src/semantics/program.ts";
import { lex } from "../../../server/src/syntax/lexer.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { propertyRuns } from "../../support/runs.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";

function format(text: string): string {
  const { service, log } = createTestService({});
  service.setFile("test.bdg", text);
  const formatted = applyEdits(text, service.formatting("test.bdg"));
  expect(log).toEqual([]);
  return formatted;
}

/** Formats, and again: the second time nothing is left to do. */
function stable(text: string): string {
  const formatted = format(text);
  expect(format(formatted)).toBe(formatted);
  return formatted;
}

describe("what a formatted file looks like", () => {
  it("puts keywords, periods, values and evidence of one kind below one another", () => {
    const text = `
indicator   x   "X"{
clause II.1-1   "words" ,
   II.2
unit percent
 baseline 2021 = 9 of 20 "a"
target 2025 reach 60 %
target 2026 .. 2030 >= 75%
measured 2022-Q1 for female = 9 of 20 "b"
measured 2023 = 1% "c"
lead a ,b
}
`;
    expect(stable(text)).toBe(`indicator x "X" {
  clause    II.1-1 "words",
            II.2
  unit      percent
  baseline  2021 = 9 of 20  "a"
  target    2025       reach 60%
  target    2026..2030 >= 75%
  measured  2022-Q1 for female = 9 of 20  "b"
  measured  2023               = 1%       "c"
  lead      a, b
}
`);
  });

  it("widens the keyword column to the longest keyword, Vietnamese or English", () => {
    expect(stable(`nhiệm vụ t "T" {\nhạn 2025\nhoàn   thành 2024 "x"\n}\n`)).toBe(
      `nhiệm vụ t "T" {\n  hạn          2025\n  hoàn thành   2024  "x"\n}\n`,
    );
    expect(stable(`đơn vị tính u "u" {\nsố nguyên\ngộp tổng\n}\n`)).toBe(
      `đơn vị tính u "u" {\n  số nguyên\n  gộp        tổng\n}\n`,
    );
    expect(stable(`indicator x "X" {\noff track below 80%\nunit percent\n}\n`)).toBe(
      `indicator x "X" {\n  off track below  80%\n  unit             percent\n}\n`,
    );
  });

  it("aligns the equals signs of a whole report across its comments and blank lines", () => {
    expect(stable(`report 2024 "R" {\n# one\na 1/2024=1\n\n\n   # two\nlong_name = 9 of 20 "e"\n}\n`)).toBe(
      `report 2024 "R" {\n  # one\n  a 1/2024   = 1\n\n  # two\n  long_name  = 9 of 20  "e"\n}\n`,
    );
  });

  it("gives bodies and units that follow each other one title column, and a single one none", () => {
    expect(
      stable(`body   a "A"\nbody  longer   "Longer one" in a\nbody c "C"   in a\n\nbody d    "D" in a\n`),
    ).toBe(
      `body a       "A"\nbody longer  "Longer one"  in a\nbody c       "C"           in a\n\nbody d "D" in a\n`,
    );
    expect(stable(`unit a "A" {whole}\nunit bb "BBB" { decimals 1;whole }\n`)).toBe(
      `unit a   "A"    { whole }\nunit bb  "BBB"  { decimals 1; whole }\n`,
    );
  });

  it("measures letters as they are seen: composed, decomposed and wide", () => {
    const composed = "tỷ_lệ";
    const decomposed = "kế_hoạch".normalize("NFD");
    expect(stable(`body ${composed} "A"\nbody ${decomposed} "B"\n`)).toBe(
      `body ${composed}     "A"\nbody ${decomposed}  "B"\n`,
    );
    expect(stable(`report 2024 "R" {\n統計 = 1\nab = 1\n}\n`)).toBe(
      `report 2024 "R" {\n  統計  = 1\n  ab    = 1\n}\n`,
    );
  });

  it("opens a block at the end of its line and closes it on its own, and leaves one line one line", () => {
    expect(stable(`dimension sex "S" { female "F" male "M" }\n`)).toBe(
      `dimension sex "S" { female "F"  male "M" }\n`,
    );
    const listed = `dimension sex "S" {\n  # two\n  female  "F",  # f\n  # and\n  male    "M"\n}\n`;
    expect(stable(listed)).toBe(listed);
    expect(stable(`unit u "U"\n\n{ whole\n\n}\n`)).toBe(`unit u "U" {\n  whole\n}\n`);
    expect(stable(`unit u\n  "U"\n{ whole\n}\n`)).toBe(`unit u "U" {\n  whole\n}\n`);
    expect(stable(`unit u # u\n  "U"\n{ whole\n}\n`)).toBe(`unit u  # u\n"U" {\n  whole\n}\n`);
    expect(stable(`task t "T" { due 2025 # c\nlead a }\n`)).toBe(
      `task t "T" {\n  due       2025  # c\n  lead      a\n}\n`,
    );
  });

  it("keeps every comment where it is, those behind neighbouring lines in one column", () => {
    const text = `\n\n# top   \n\n\n\nindicator x "X" { # head\n# in\nunit percent # u\n  target 2025 >= 1% # t\nlead a,# one\n# between\nb\n# last\n} # end\n# bottom\n\n\n`;
    expect(stable(text)).toBe(`# top

indicator x "X" {  # head
  # in
  unit      percent     # u
  target    2025 >= 1%  # t
  lead      a,          # one
            # between
            b
  # last
}  # end
# bottom
`);
  });

  it("writes signs, dots, formulas and years' ends as people do", () => {
    expect(stable(`indicator x "X" {\nformula = (a+b)*1,5/tinh . y-2\n}\n`)).toBe(
      `indicator x "X" {\n  formula   = (a + b) * 1,5 / tinh.y - 2\n}\n`,
    );
    expect(stable(`plan p "P" {\nyear   ends 14 / 12\nperiod 2021 .. 2030\n}\n`)).toBe(
      `plan p "P" {\n  year ends  14/12\n  period     2021..2030\n}\n`,
    );
    expect(
      stable(`indicator x "X" {\ntarget 2025.. between - 5 and 5\ntarget 2024 >= baseline-5 point\n}\n`),
    ).toBe(
      `indicator x "X" {\n  target    2025.. between -5 and 5\n  target    2024   >= baseline - 5 point\n}\n`,
    );
  });

  it("keeps the line endings, the byte-order mark and the inside of texts", () => {
    expect(stable(`\uFEFF\r\nbody a "A   #  A"\r\n\r\n\r\nbody b   "B"`)).toBe(
      `\uFEFFbody a "A   #  A"\r\n\r\nbody b "B"\r\n`,
    );
    expect(stable(`body a   "A"\rbody b "B"\r`)).toBe(`body a  "A"\rbody b  "B"\r`);
  });
});

describe("what the formatter leaves alone", () => {
  it("a declaration that cannot be read, to the letter", () => {
    const broken = `indicator  x  "X" {\n unit   percent\n   wrong  line here\n}\n`;
    expect(stable(`${broken}\nbody   a   "A"\n`)).toBe(`${broken}\nbody a "A"\n`);
    const unclosed = `body a   "A\n`;
    expect(stable(unclosed)).toBe(unclosed);
    const unknown = `indicater   x\n`;
    expect(stable(unknown)).toBe(unknown);
  });

  it("what lies outside the range asked for", () => {
    const text = `body   a "A"\n\nbody   b "B"\n\nbody   c "C"\n`;
    const { service } = createTestService({ "test.bdg": text });
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
    expect(applyEdits(text, service.formatting("test.bdg", range))).toBe(
      `body   a "A"\n\nbody b "B"\n\nbody   c "C"\n`,
    );
  });

  it("a file that is in order, and one that is not there", () => {
    const { service } = createTestService({ "test.bdg": `body a "A"\n` });
    expect(service.formatting("test.bdg")).toEqual([]);
    expect(service.formatting("other.bdg")).toEqual([]);
  });
});

describe("the check before anything is handed out", () => {
  const parser = createDeclarationParser();
  const source = 'body a "A"  # c\n\nbody b "B" in a\n';
  const program = new Program(parser);
  program.setFile("test.bdg", source);
  const { entries } = program.file("test.bdg")!;
  const accepts = (...texts: readonly string[]) => saysTheSame(entries, texts, parser);

  it("accepts other blanks, and nothing else", () => {
    expect(accepts('body  a "A" # c\n', '\nbody b "B"   in a\n')).toBe(true);
    expect(accepts('body a "A"\n', '\nbody b "B" in a\n')).toBe(false);
    expect(accepts('body a "A" # d\n', '\nbody b "B" in a\n')).toBe(false);
    expect(accepts('body a "AA" # c\n', '\nbody b "B" in a\n')).toBe(false);
    expect(accepts('body a "A" # c\n', '\nbody b "B" in b\n')).toBe(false);
    expect(accepts('body a "A" # c\n', "\n")).toBe(false);
    expect(accepts('body a "A" # c', '\nbody b "B" in a\nbody c "C"\n')).toBe(false);
    expect(accepts('body a "A" # c', 'body b "B" in a\n')).toBe(false);
  });
});

describe("whatever stands in a file", () => {
  const samples = Object.entries(sampleFiles()).filter(([path]) => path.endsWith(".bdg"));

  it("says the same afterwards, with the same comments, and is stable", () => {
    for (const [path, text] of samples) {
      const formatted = stable(text);
      expect(words(formatted), path).toEqual(words(text));
    }
  });

  it("does not depend on the blanks that were there", () => {
    const blanks = fc.constantFrom("", " ", "  ", "\t", "\u00a0 ");
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.infiniteStream(blanks), ([, text], stream) => {
        const mangled = text
          .split("\n")
          .map((line) => {
            const indent = /^[ ]+/.test(line) ? (stream.next().value as string) : "";
            return indent + line.trim() + (stream.next().value as string);
          })
          .join("\n");
        expect(format(mangled)).toBe(format(text));
      }),
      propertyRuns(20),
    );
  });

  it("is stable for texts cut and stirred at any place", () => {
    const text = samples.map(([, sample]) => sample).join("\n");
    const size = text.length;
    fc.assert(
      fc.property(
        fc.nat(size),
        fc.nat(600),
        fc.nat(size),
        fc.constantFrom("", "\n", "{", "}", '"', "#", ",", ";", " ", "\r\n", "\t"),
        (start, length, elsewhere, glue) => {
          const piece = text.slice(start, start + length) + glue + text.slice(elsewhere, elsewhere + length);
          expect(words(stable(piece))).toEqual(words(piece));
        },
      ),
      propertyRuns(300),
    );
  });
});

function words(text: string): readonly string[] {
  const { tokens, comments } = lex(text);
  return [
    ...tokens.flatMap(({ tokenType, image }) =>
      tokenType.name === "EndOfStatement" && image !== ";" ? [] : [image.replace(/\s+/gu, " ")],
    ),
    ...comments.map(({ start, end }) => text.slice(start, end).trimEnd()),
  ];
}

it("the samples are formatted: `bdg fmt --check samples` has nothing to say", () => {
  const { service } = createTestService(sampleFiles());
  expect(service.paths().length).toBeGreaterThan(0);
  for (const path of service.paths()) expect(service.formatting(path), path).toEqual([]);
});
