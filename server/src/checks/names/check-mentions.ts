import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { builtinUnits } from "../../semantics/builtin-units.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Mention } from "../../semantics/facts.ts";
import type { Program, ProgramFile } from "../../semantics/program.ts";
import { findSymbol, resolveName, unitPrintedAs, usedFiles, visibleSymbols } from "../../semantics/scope.ts";
import { writtenName } from "../../syntax/qualified-name.ts";
import { nearestWord, plainLetters } from "../../text/nearest-word.ts";
import { kindLabels } from "./kind-labels.ts";

/** Every name that a declaration mentions stands for something of the kind that is needed there. */
export function checkMentions(program: Program, entry: Entry): readonly Problem[] {
  return entry.facts.mentions.flatMap((mention) => checkMention(program, entry, mention) ?? []);
}

function checkMention(program: Program, entry: Entry, mention: Mention): Problem | undefined {
  const { kind, name } = mention;
  if (kind === "unit" && !name.qualifier && builtinUnits.has(name.name.text)) return undefined;
  if (findSymbol(program, entry.path, name, kind)) return undefined;
  const resolution = resolveName(program, entry.path, name, kind);
  const place = { source: entry, span: { start: name.start, end: name.end } };
  switch (resolution.kind) {
    case "found":
      return undefined;
    case "unknown": {
      if (kind === "unit" && unitPrintedAs(program, entry.path, name)) return undefined;
      const nearest = nearestName(program, entry.path, mention);
      const hint: LocalText = nearest
        ? bilingual(` Did you mean “${nearest}”?`, ` Có phải ý bạn là “${nearest}”?`)
        : "";
      const data = nearest
        ? { kind, name: writtenName(mention.name), nearest }
        : { kind, name: writtenName(mention.name) };
      return createProblem(
        "unknown-name",
        place,
        { kind: kindLabels[kind].bare, name: writtenName(mention.name), hint },
        { data },
      );
    }
    case "wrong-kind": {
      const { symbol } = resolution;
      const holes = {
        name: writtenName(mention.name),
        actual: kindLabels[symbol.kind].one,
        expected: kindLabels[kind].one,
      };
      const declared = { source: symbol.entry, span: spanOf(symbol.name) };
      const message = bilingual("It is declared here", "Được khai báo ở đây");
      return createProblem("wrong-kind", place, holes, { related: [{ place: declared, message }] });
    }
    case "ambiguous": {
      const choices = resolution.symbols.map(
        (symbol) => `${symbol.entry.parsed.declaration?.name.text ?? ""}.${symbol.name.text}`,
      );
      return createProblem("ambiguous-name", place, {
        name: writtenName(mention.name),
        choices: choices.join(", "),
      });
    }
  }
}

function spanOf(node: { readonly start: number; readonly end: number }) {
  return { start: node.start, end: node.end };
}

/** Among more names than these none is sought: a thousand wrong ones would each be held against all of them. */
const mostSearched = 1_000;

/** The nearest visible name of the kind, as it would be written in that file. */
function nearestName(program: Program, path: string, mention: Mention): string | undefined {
  const file = program.file(path);
  if (!file || namesVisibleIn(program, file) > mostSearched) return undefined;
  const visible = visibleSymbols(program, path, mention.kind).map(({ symbol, prefix }) => ({
    name: prefix ? `${prefix}.${symbol.name.text}` : symbol.name.text,
    title: symbol.title,
  }));
  const written = writtenName(mention.name);
  const all =
    mention.kind === "unit"
      ? [...visible, ...[...builtinUnits.values()].map(({ id, name }) => ({ name: id, title: name }))]
      : visible;
  // What somebody or something is called is often taken for its name: `12 người` for `12 person`.
  const words = plainLetters(written).replaceAll("_", " ");
  const titled = all.find(({ title }) => title !== "" && plainLetters(title) === words);
  return titled?.name ?? nearestWord(written.replaceAll(" ", "_"), new Set(all.map(({ name }) => name)));
}

function namesVisibleIn(program: Program, file: ProgramFile): number {
  return usedFiles(program, file).reduce((sum, { target }) => sum + target.names.size, file.names.size);
}
