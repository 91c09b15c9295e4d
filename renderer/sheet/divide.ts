/** A block where it stands before pages are made: in one column, with no end. Any unit of length. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  /** It stands on the page of the block behind it, as a heading does. */
  readonly keeps: boolean;
}

/** Divides a column of blocks into pages of `room` each, and gives the index of every page's first block. */
export function divide(blocks: readonly Block[], room: number): readonly number[] {
  const fits = (first: number, last: number) =>
    (blocks[last]?.bottom ?? 0) - (blocks[first]?.top ?? 0) <= room;
  const starts = [0];
  let begin = 0;
  for (const at of blocks.keys()) {
    // What is too tall even for a page of its own is not divided again.
    if (at === begin || fits(begin, at)) continue;
    const heading = firstHeading(blocks, at);
    begin = heading > begin && fits(heading, at) ? heading : at;
    starts.push(begin);
  }
  return starts;
}

/** The first of the headings that stand right before a block; the block itself where there is none. */
function firstHeading(blocks: readonly Block[], at: number): number {
  let first = at;
  while (blocks[first - 1]?.keeps) first -= 1;
  return first;
}
