/**
 * A user's text as it may go to a terminal: control characters (which could move the cursor, hide lines or set the
 * window's title) and characters that reorder what follows are shown as a mark instead. Tabs are two spaces.
 */
export function plainText(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
