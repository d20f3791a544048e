/**
 * The least and the greatest of any number of numbers, which may be more than a call takes arguments; [Infinity,
 * -Infinity] of none.
 */
export function extremes(numbers: readonly number[]): readonly [least: number, greatest: number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }
  return [least, greatest];
}
