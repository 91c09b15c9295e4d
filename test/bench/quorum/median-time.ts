import { median } from "../scan/tally";

/**
 * The median time of some work, in milliseconds, over `times` runs after one that counts for nothing. `prepare` comes
 * before each run and is not measured.
 */
export async function medianTime(
  times: number,
  work: () => unknown,
  prepare: () => unknown = () => undefined,
): Promise<number> {
  const taken: number[] = [];
  for (let run = -1; run < times; run += 1) {
    await prepare();
    const since = performance.now();
    await work();
    if (run >= 0) taken.push(performance.now() - since);
  }
  return median(taken);
}
