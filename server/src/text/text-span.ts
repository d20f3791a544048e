/** A stretch of text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
