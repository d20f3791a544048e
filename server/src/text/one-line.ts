/** Printed words on one line: composed, each run of white space as one space, none around them. */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
