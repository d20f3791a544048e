import { complain, type RunContext } from "./run-context.ts";

/** Of options that only some formats heed: which. */
export type OptionFormats = Readonly<Record<string, readonly string[]>>;

/** Whether every option that is given does something in a format; a line of complaint says which doesn't. */
export function takesOptions(context: RunContext, format: string, optionFormats: OptionFormats): boolean {
  const useless = Object.entries(optionFormats).find(
    ([option, formats]) => context.arguments.options.has(option) && !formats.includes(format),
  );
  if (!useless) return true;
  const [option, formats] = useless;
  complain(context, "option-without-effect", { option: `--${option}`, format, formats: formats.join(", ") });
  return false;
}
