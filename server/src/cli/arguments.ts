import { nearestWord } from "../text/nearest-word.ts";
import { type CliText, cliMessage, cliText } from "./messages.ts";
import {
  type CommandName,
  type CommandSpec,
  commandSpecs,
  general,
  type OptionSpec,
  takenEverywhere,
} from "./options.ts";
import { plainText } from "./plain-text.ts";

export type ParsedArguments =
  | { readonly kind: "command"; readonly command: CommandName; readonly arguments: CommandArguments }
  /** `command` is undefined for the help of the whole program; `asked` is false where no command was given. */
  | { readonly kind: "help"; readonly command: CommandSpec | undefined; readonly asked: boolean }
  | { readonly kind: "version" }
  | { readonly kind: "wrong"; readonly message: CliText };

export interface CommandArguments {
  /** Options by name; one without a value has an empty one. Of an option given twice the last holds. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** Reads the words after `bdg`. Nothing is guessed: what is not known is refused, with the nearest that is. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  const [first, ...rest] = words;
  if (first === undefined) return { kind: "help", command: undefined, asked: false };
  if (first === "--version" || first === "-V") return { kind: "version" };
  if (first === "--help" || first === "-h") return { kind: "help", command: undefined, asked: true };
  if (first === "help") return parseHelp(rest);
  const command = findCommand(first);
  if (!command) return unknownCommand(first);
  const read = readWords(command, rest);
  return "kind" in read ? read : { kind: "command", command: command.name, arguments: read };
}

function findCommand(name: string | undefined) {
  return commandSpecs.find((command) => command.name === name);
}

function unknownCommand(name: string): ParsedArguments {
  const hint = hintFor(
    name,
    commandSpecs.map((one) => one.name),
  );
  return wrong((language) =>
    cliMessage("unknown-command", language, { command: name, hint: hint(language) }),
  );
}

/** `bdg help` and `bdg help COMMAND`. */
function parseHelp(words: readonly string[]): ParsedArguments {
  const read = readWords({ name: "help", options: general }, words);
  if ("kind" in read) return read.kind === "help" ? { ...read, command: undefined } : read;
  const [name, extra] = read.operands;
  if (extra !== undefined) return wrong(cliText("too-many-arguments", { argument: plainText(extra) }));
  const command = findCommand(name);
  return name !== undefined && !command ? unknownCommand(name) : { kind: "help", command, asked: true };
}

/** What a command reads its words by; of `help`, that is not all there is to a command. */
type Taking = Pick<CommandSpec, "name" | "options">;
type Refused = Extract<ParsedArguments, { kind: "wrong" | "help" }>;

function readWords(command: Taking, words: readonly string[]): CommandArguments | Refused {
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word === "--") {
      operands.push(...words.slice(i + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      continue;
    }
    const [written, attached] = splitOption(word);
    const spec = [...command.options, ...takenEverywhere].find(
      (one) => `--${one.name}` === written || (one.short && `-${one.short}` === written),
    );
    if (!spec) return unknownOption(command, written);
    if (spec.name === "help") return { kind: "help", command: findCommand(command.name), asked: true };
    const takesNext = spec.label !== undefined && attached === undefined;
    const value = takesNext ? words[i + 1] : attached;
    const refusal = checkValue(spec, written, value);
    if (refusal) return wrong(refusal);
    if (takesNext) i += 1;
    options.set(spec.name, value ?? "");
  }
  if (operands.includes("")) return wrong(cliText("argument-empty", {}));
  return { options, operands };
}

function splitOption(word: string): readonly [string, string | undefined] {
  const equals = word.indexOf("=");
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function checkValue(spec: OptionSpec, option: string, value: string | undefined): CliText | undefined {
  if (spec.label === undefined)
    return value === undefined ? undefined : cliText("value-unwanted", { option });
  if (value === undefined || value === "" || /^--?[a-z]/.test(value)) {
    return cliText("value-missing", { option, label: spec.label });
  }
  const choices = spec.choices?.join(", ") ?? "";
  if (spec.choices && !spec.choices.includes(value))
    return cliText("value-wrong", { value, option, choices });
  return undefined;
}

function unknownOption(command: Taking, option: string): Refused {
  const hint = hintFor(
    option,
    command.options.map((one) => `--${one.name}`),
  );
  return wrong((language) =>
    cliMessage("unknown-option", language, { command: command.name, option, hint: hint(language) }),
  );
}

function hintFor(word: string, candidates: readonly string[]): CliText {
  const nearest = nearestWord(word, candidates);
  return nearest === undefined ? () => "" : cliText("did-you-mean", { word: nearest });
}

function wrong(message: CliText): Refused {
  return { kind: "wrong", message };
}
