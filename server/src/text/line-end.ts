/** How a text ends its lines, by its first one; a line feed where it has but one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}
