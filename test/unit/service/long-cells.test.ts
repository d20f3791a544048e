import { describe, expect, test } from "vitest";
import { maxEvidenceLength, maxLineLength } from "../../../server/src/limits.ts";
import { createTestService } from "../../support/test-service.ts";

/** What is measured of `led`, as `9 evidence`, and the problems of the table. */
function read(csv: string, name = "led") {
  const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator ${name} "Led" {
  unit count
  target 2023 >= 5
}
data "kq.csv"
`;
  const { service, log } = createTestService({ "a.bdg": plan, "kq.csv": csv });
  expect(log).toEqual([]);
  const problems = service.problemsOf("a.bdg");
  return {
    codes: problems.map(({ code }) => code),
    messages: problems.map(({ message }) => message),
    values: service
      .judgement()
      .plans[0]!.indicators[0]!.indicator.measured.map(
        ({ quantity, evidence }) => [Number(quantity.value.numerator), evidence] as const,
      ),
  };
}

describe("a cell that is longer than a line may be", () => {
  const head = "Chỉ tiêu;Năm;Kết quả;Nguồn\n";

  test("says the beginning of where a value comes from, and takes no value away", () => {
    // The cut would go through the middle of a letter that is two units long.
    const source = `${"x".repeat(maxEvidenceLength - 2)}😀${"y".repeat(70_000)}`;
    const { codes, values } = read(`${head}led;2022;4;${source}\nled;2023;7;Báo cáo\n`);
    expect(codes).toEqual(["data-read"]);
    expect(values).toEqual([
      [4, `${"x".repeat(maxEvidenceLength - 2)}…`],
      [7, "Báo cáo"],
    ]);
    expect(read(`${head}led;2023;7;${"z".repeat(maxEvidenceLength)}\n`).values).toEqual([
      [7, "z".repeat(maxEvidenceLength)],
    ]);
  });

  test("is no number, and is told with its cell", () => {
    const { codes, messages, values } = read(`${head}led;2022;${"5".repeat(70_000)};\nled;2023;7;Báo cáo\n`);
    expect(codes).toEqual(["data-number-unreadable", "data-read"]);
    expect(messages[0]).toBe(`line 2, column 3: “${"5".repeat(59)}…” is no number, so it is not counted.`);
    expect(values).toEqual([[7, "Báo cáo"]]);
  });

  test("may be the name of an indicator, as long as one can be", () => {
    const name = "l".repeat(maxLineLength - 100);
    const { codes, values } = read(
      `${head}${name};2022;4;${"x".repeat(900)}\n${name};2023;7;Báo cáo\n`,
      name,
    );
    expect(codes).toEqual(["data-read"]);
    expect(values.map(([value]) => value)).toEqual([4, 7]);
  });
});
