import type { TextSpan } from "../text/text-span.ts";

/** What a hover says, in paragraphs of Markdown, and about which words. */
export interface HoverAnswer {
  readonly span: TextSpan;
  readonly blocks: readonly string[];
}
