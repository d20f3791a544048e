import { expect, it } from "vitest";
import { DeclarationGrammar } from "../../../server/src/syntax/grammar.ts";

it("the grammar is one: no rule is ambiguous, left-recursive or lacks a token", () => {
  expect(() => new DeclarationGrammar(true)).not.toThrow();
});
