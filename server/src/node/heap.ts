import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";

/**
 * Keeps the young part of the heap as small as it begins. By default it grows with the first large file and never
 * shrinks, which costs a server that then idles for hours some hundred megabytes; trees live long, so little is lost
 * by moving them on early. To be called before anything large is made.
 */
export function keepYoungHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Lets the young part grow where a text is coming beside which it is nothing: as small as it begins, taking in a
 * hundred thousand indicators would stop two thousand times to move trees on.
 *
 * @param length of the text, in UTF-16 units
 */
export function makeRoomFor(length: number): void {
  const expected = getHeapStatistics().used_heap_size + length * bytesPerUnit;
  const step = steps.find(({ from }) => expected >= from);
  if (step) growYoungHeap(step.half);
}

/** What declarations take in memory for each unit of their text. */
const bytesPerUnit = 30;

const megabyte = 1024 * 1024;

/** The size of each half of the young part from a size of the whole heap on. */
const steps: readonly { readonly from: number; readonly half: number }[] = [
  { from: 400 * megabyte, half: 16 * megabyte },
  { from: 60 * megabyte, half: 4 * megabyte },
];

/** It grows only while much of what is in it is in use, so for a moment something is. */
function growYoungHeap(half: number): void {
  if (youngBytes() >= 2 * half) return;
  setFlagsFromString("--semi-space-growth-factor=4");
  const inUse: unknown[] = [];
  while (youngBytes() < 2 * half && inUse.length * chunkBytes < 4 * half) {
    inUse.push(Array.from({ length: chunkBytes / 8192 }, () => new Array(1024).fill(0)));
  }
  keepYoungHeapSmall();
}

const chunkBytes = 256 * 1024;

function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}
