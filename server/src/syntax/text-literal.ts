/** The value of a quoted token: without its quotation marks, `\"` and `\\` resolved. An unclosed text has no last mark. */
export function unquote(image: string): string {
  const last = image.charCodeAt(image.length - 1);
  const marked = last === 34 || last === 0x201c || last === 0x201d;
  const closed = image.length > 1 && marked && !endsInEscape(image);
  const inner = image.slice(1, closed ? -1 : undefined);
  return inner.includes("\\") ? inner.replace(/\\(["\\])/g, "$1") : inner;
}

/** The text in quotation marks, as it is written in a file. Line breaks become spaces: no text spans lines. */
export function quote(value: string): string {
  return `"${value.replace(/[\r\n]+/g, " ").replace(/[\\"]/g, "\\$&")}"`;
}

function endsInEscape(image: string): boolean {
  let slashes = 0;
  for (let i = image.length - 2; i > 0 && image[i] === "\\"; i -= 1) slashes += 1;
  return slashes % 2 === 1;
}
