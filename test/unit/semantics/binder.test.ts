import { expect, it, vi } from "vitest";
import { Binder } from "../../../server/src/semantics/binder/binder.ts";
import { Program } from "../../../server/src/semantics/program.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";

it("a fault in the making of a model leaves no trace: the next time it is made", () => {
  const program = new Program(createDeclarationParser());
  program.setFile(
    "a.bdg",
    'indicator x "X" { unit percent; formula = y }\nindicator y "Y" { unit percent }\n',
  );
  const [x] = program.file("a.bdg")!.entries;
  const binder = new Binder(program);
  vi.spyOn(program, "mentions").mockImplementation(() => {
    throw new Error("a fault");
  });
  expect(() => binder.indicator(x!)).toThrow("a fault");
  vi.restoreAllMocks();
  expect(binder.indicator(x!)?.formula).toMatchObject({ kind: "indicator", indicator: { id: "y" } });
});
