import { bilingual, type LocalText } from "../diagnostics/language.ts";
import type { Place } from "../diagnostics/place.ts";
import { createProblem, type Problem, type ProblemDetails } from "../diagnostics/problem.ts";
import type { CellPlace, TableFault } from "./bind-table.ts";

/** What the problems of a table need to know to say where it is. */
export interface TableProblemContext {
  /** The path as written. */
  readonly file: string;
  /** The path in the `data` declaration. */
  readonly at: Place;
  /** A text of the declaration, such as a heading. */
  placeOf(span: { readonly start: number; readonly end: number }): Place;
  /** `line 5, column 3`, `2024!C7`. */
  labelOf(cell: CellPlace): LocalText;
  /** The cell in the CSV file; null in a workbook. */
  cellPlace(cell: CellPlace): Place | null;
}

/** A problem of each fault, shown at the declaration, and in a CSV file at the cell. */
export function tableProblem(fault: TableFault, context: TableProblemContext): Problem {
  switch (fault.kind) {
    case "no-column":
      return createProblem("data-column-missing", context.placeOf(fault.text), {
        heading: fault.text.value,
        hint: didYouMean(fault.nearest),
        headings: fault.headings.length === 0 ? "–" : fault.headings.map((one) => `“${one}”`).join(", "),
      });
    case "no-period":
      return createProblem("data-heading-no-period", context.placeOf(fault.text), {
        heading: fault.text.value,
      });
    case "no-headings":
      return createProblem("data-headings-missing", context.at, {
        file: context.file,
        what: missingColumns[fault.missing],
        example: bilingual(
          '{ indicator "Code"; period "Year"; value "Result" }',
          '{ chỉ tiêu "Mã"; kỳ "Năm"; giá trị "Kết quả" }',
        ),
      });
    case "two-number-styles":
      return createProblem(
        "data-two-number-styles",
        context.at,
        {
          text: fault.text,
          otherText: fault.otherText,
          cell: context.labelOf(fault.cell),
          other: context.labelOf(fault.other),
        },
        {
          ...atCell(fault.cell, context),
          related: [
            ...relatedTo(fault.cell, fault.text, context),
            ...relatedTo(fault.other, fault.otherText, context),
          ],
        },
      );
    case "ragged-row":
      return raggedProblem(fault, context);
    default:
      return cellProblem(fault, context);
  }
}

function raggedProblem(
  { cell, row, text }: Extract<TableFault, { readonly kind: "ragged-row" }>,
  context: TableProblemContext,
): Problem {
  const hint =
    row.kind === "short"
      ? bilingual(
          "Write the empty cells, too, so that each cell stands under its heading",
          "Hãy ghi đủ cả các ô trống để mỗi ô đứng đúng dưới tiêu đề của nó",
        )
      : row.number !== null
        ? bilingual(
            `If “${text}” is one number, put it in quotation marks, or separate the cells with semicolons`,
            `Nếu “${text}” là một số, hãy đặt số đó trong dấu ngoặc kép, hoặc ngăn cách các ô bằng dấu chấm phẩy`,
          )
        : bilingual(
            "Put a text that has the separator in it in quotation marks, and give each further column a heading",
            "Hãy đặt trong dấu ngoặc kép những ô có chứa dấu ngăn cách, và ghi tiêu đề cho mỗi cột thêm",
          );
  return createProblem(
    "data-row-ragged",
    context.at,
    {
      cell: context.labelOf(cell),
      cells: String(row.cells),
      headings: String(row.headings),
      hint,
    },
    { ...atCell(cell, context), related: relatedTo(cell, text, context) },
  );
}

type CellFault = Exclude<
  TableFault,
  { readonly kind: "no-column" | "no-period" | "no-headings" | "two-number-styles" | "ragged-row" }
>;

const cellCodes = {
  "unknown-indicator": "data-unknown-indicator",
  "unknown-category": "data-unknown-category",
  "no-period-in-cell": "data-period-unreadable",
  "no-number": "data-number-unreadable",
  "error-cell": "data-error-cell",
  "no-result": "data-formula-no-result",
  "cell-twice": "data-cell-twice",
  "unclear-number": "data-number-unclear",
  "two-day-orders": "data-two-day-orders",
} as const;

function cellProblem(fault: CellFault, context: TableProblemContext): Problem {
  const hint =
    "names" in fault
      ? didYouMean(fault.names.nearest(fault.text) ?? null)
      : fault.kind === "no-number"
        ? dateHint(fault.text)
        : "";
  const holes = { cell: context.labelOf(fault.cell), text: shortened(fault.text), hint };
  return createProblem(cellCodes[fault.kind], context.at, holes, {
    ...atCell(fault.cell, context),
    related: relatedTo(fault.cell, fault.text, context),
  });
}

/** Spreadsheets take a share that is typed, "11/20", for a day. */
function dateHint(text: string): LocalText {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return "";
  return bilingual(
    " The spreadsheet took it for a date: give the cell the format “text” and type it again, or use two columns.",
    " Bảng tính đã coi đó là ngày: hãy đặt định dạng ô là văn bản rồi gõ lại, hoặc dùng hai cột.",
  );
}

/** Where a problem stands in a CSV file as well; nothing in a workbook. */
export function atCell(
  cell: CellPlace,
  context: Pick<TableProblemContext, "at" | "cellPlace">,
): Pick<ProblemDetails, "inTable"> {
  const place = context.cellPlace(cell);
  return place === null ? {} : { inTable: { place, about: context.at.source.path } };
}

function relatedTo(cell: CellPlace, text: string, context: TableProblemContext) {
  const place = context.cellPlace(cell);
  return place === null ? [] : [{ place, message: shortened(text) }];
}

const missingColumns: Readonly<Record<"indicator" | "value" | "period", LocalText>> = {
  indicator: bilingual("the indicators", "chỉ tiêu"),
  value: bilingual("the values", "giá trị"),
  period: bilingual("the periods", "kỳ"),
};

/** The question behind a message, empty where nothing is near. */
export function didYouMean(nearest: string | null): LocalText {
  return nearest === null ? "" : bilingual(` Did you mean “${nearest}”?`, ` Có phải ý bạn là “${nearest}”?`);
}

const longest = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
