/**
 * How much BDG takes, in one place. Above a limit the user gets one clear line, and everything else goes on working.
 * A megabyte is 1,048,576 bytes.
 */

const megabyte = 1024 * 1024;

/** A .bdg file larger than this gets syntax colours only. */
export const maxSourceBytes = 5 * megabyte;
/** The same, counted in lines. */
export const maxSourceLines = 100_000;
/** One line of a .bdg file, in UTF-16 units. */
export const maxLineLength = 64 * 1024;
/** Blocks and parentheses inside one another; the parser would run out of stack at about ten times as many. */
export const maxNesting = 64;
/** `+ - * /` in one formula; what stands behind is refused. */
export const maxOperations = 1_000;
/**
 * How many formulas lead from one to the next, and units from one scale to the next; the stack would end at some
 * eight times as many.
 */
export const maxChain = 100;
/** Files that one file reaches by `use`, directly or through others. */
export const maxUsedFiles = 2_000;
/** How many `use` steps lie between a file and the farthest one it reaches. */
export const maxUseDepth = 32;
/** Problems that an editor is told of one file; one more counts the rest. It keeps 1,000. */
export const maxProblemsPerFile = 500;
/** The text of a plan document. */
export const maxDocumentBytes = 20 * megabyte;
/** Lines of a plan document, empty ones not counted; what stands after them is one paragraph of the last clause. */
export const maxDocumentLines = 250_000;

/** A .docx or .xlsx as it lies on the disk. */
export const maxOfficeBytes = 20 * megabyte;
/** One part of an office file, unpacked. */
export const maxOfficePartBytes = 64 * megabyte;
/** All its parts together, unpacked. */
export const maxOfficeTotalBytes = 128 * megabyte;
/** The parts of an office file. */
export const maxOfficeEntries = 2_000;
/** Elements inside one another in a part; real documents stay below a hundred. */
export const maxXmlDepth = 256;
/** Documents inside one another in a .docx; Word itself, saving one, leaves none. */
export const maxDocxDepth = 8;
/** Paragraphs and table cells of a .docx, empty ones counted; the longest real documents have some ten thousand. */
export const maxDocxParagraphs = 500_000;
/** The memory of the process that reads an office file, in megabytes. */
export const maxOfficeMemory = 256;
/** How long it may take. */
export const maxOfficeMilliseconds = 10_000;
/** The cells of a workbook that hold something. */
export const maxCells = 1_000_000;
/** A CSV file. */
export const maxCsvBytes = 50 * megabyte;
/** A CSV file that is read with every key in it, in UTF-16 units (a tenth of a second); a larger one when it is saved. */
export const maxTypedCsvLength = 128 * 1024;
/** Its records. */
export const maxCsvRows = 1_000_000;
/** A number, a percentage or a share in a table's cell, in UTF-16 units: the smallest that Excel has takes 330. */
export const maxNumberLength = 400;
/** What a table's cell says of where a value comes from, in UTF-16 units; the rest is left out, and “…” says so. */
export const maxEvidenceLength = 1_000;
