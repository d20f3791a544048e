import type { Language } from "../diagnostics/language.ts";
import { displayWidth } from "../text/display-width.ts";
import { type CommandSpec, commandSpecs, type OptionSpec } from "./options.ts";

/** What `bdg --help` prints. */
export function programHelp(language: Language): string {
  const rows = commandSpecs.map(
    (command) => [`bdg ${command.name} ${command.usage}`, command.summary[language]] as const,
  );
  return language === "vi"
    ? `bdg: kế hoạch dưới dạng mã nguồn. Đối chiếu chỉ tiêu, mục tiêu và kết quả với văn bản đã ký.

Các lệnh:
${inColumns(rows)}

“bdg LỆNH --help” nêu các tùy chọn của từng lệnh; “bdg --version” cho biết phiên bản.

Mã thoát: 0 không có gì ở mức --fail-on; 1 có; 2 dùng sai lệnh hoặc không đọc, ghi được tệp.
`
    : `bdg: plans as code. Holds indicators, targets and results against the signed document.

Commands:
${inColumns(rows)}

“bdg COMMAND --help” lists the options of a command; “bdg --version” says which version this is.

Exit status: 0 nothing at the level of --fail-on; 1 something is; 2 wrong usage, or a file that can't be read or written.
`;
}

/** What `bdg COMMAND --help` prints. */
export function commandHelp(command: CommandSpec, language: Language): string {
  const rows = command.options.map((option) => [optionUsage(option), option.help[language]] as const);
  const heading = language === "vi" ? "Tùy chọn:" : "Options:";
  return `bdg ${command.name} ${command.usage}\n${command.summary[language]}\n\n${heading}\n${inColumns(rows)}\n`;
}

function optionUsage(option: OptionSpec): string {
  const short = option.short ? `-${option.short}, ` : "";
  const label = option.label ? ` ${option.label}` : "";
  return `${short}--${option.name}${label}`;
}

function inColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  return rows
    .map(([left, right]) => `  ${left}${" ".repeat(width - displayWidth(left))}  ${right}`)
    .join("\n");
}
