import { cpus } from "node:os";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { combine, split } from "../../../electron/crypto/split";
import { table } from "../scan/report";
import { medianTime } from "./median-time";
import { gfshare, type SplitAndCombine, ssss } from "./programs";
import { type QuorumSize, sizes } from "./sizes";
import { benchVault } from "./vault";

/** What one size took, in milliseconds. */
interface Row {
  readonly size: QuorumSize;
  readonly own: SplitAndCombine;
  readonly ssss: SplitAndCombine;
  readonly gfshare: SplitAndCombine;
  /** From words to the opened keystore. */
  readonly open: number;
  /** A rotation with its files. */
  readonly rotate: number;
}

/** Measures what a quorum costs, at sizes up to 128 of 255, beside two programs of Debian on the same work. */
export async function benchQuorum({ quick }: { quick: boolean }, say: (line: string) => void): Promise<void> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(await measure(size, quick ? 1 : timesOf(size)));
  const [core] = cpus();
  say(`${cpus().length} cores of ${core?.model.trim()}, Node ${process.versions.node}`);
  say("Medians in ms. Beside each, in brackets, how many times the row above. Programs less their start.\n");
  for (const work of ["split", "combine"] as const) {
    say(
      table(
        [`${work} 32 bytes`, "Key Ceremony", "ssss", "gfshare", "ssss / ours", "gfshare / ours"],
        rows.map(({ size, own, ssss: one, gfshare: other }, at) => [
          nameOf(size),
          grown(
            rows.map((row) => row.own[work]),
            at,
          ),
          grown(
            rows.map((row) => row.ssss[work]),
            at,
          ),
          grown(
            rows.map((row) => row.gfshare[work]),
            at,
          ),
          ratio(one[work], own[work]),
          ratio(other[work], own[work]),
        ]),
      ),
    );
    say("");
  }
  say(
    table(
      ["whole ceremonies", "quorum opens, from words", "rotation with its files"],
      rows.map(({ size }, at) => [
        nameOf(size),
        grown(
          rows.map(({ open }) => open),
          at,
        ),
        grown(
          rows.map(({ rotate }) => rotate),
          at,
        ),
      ]),
    ),
  );
}

/** Large ones vary less, and take ssss ten seconds each. */
function timesOf({ threshold }: QuorumSize): number {
  if (threshold > 64) return 3;
  return threshold > 16 ? 7 : 15;
}

async function measure(size: QuorumSize, times: number): Promise<Row> {
  const { threshold, custodians } = size;
  const secret = SecretBytes.random(32);
  const points = await split(secret, custodians, threshold);
  const quorum = points.slice(0, threshold);
  if (!(await combine(quorum)).equals(secret)) throw new Error("The split did not give the secret back.");
  const vault = await benchVault(size);
  try {
    return {
      size,
      own: {
        split: await medianTime(times, () => split(secret, custodians, threshold)),
        combine: await medianTime(times, () => combine(quorum)),
      },
      ssss: await ssss.measure(size, times),
      gfshare: await gfshare.measure(size, times),
      open: await medianTime(times, vault.openFromWords),
      rotate: await medianTime(times, vault.rotate, vault.reset),
    };
  } finally {
    await vault.remove();
  }
}

const nameOf = ({ threshold, custodians }: QuorumSize) => `${threshold} of ${custodians}`;

/** A time, and how many times the one before it. */
function grown(times: readonly number[], at: number): string {
  const [before, now] = [times[at - 1], times[at] ?? 0];
  return before === undefined ? inMs(now) : `${inMs(now)} (${ratio(now, before)})`;
}

/** Below a tenth of a millisecond a process's start hides what it does. */
function inMs(time: number): string {
  return time < 0.1 ? "< 0.1" : time.toFixed(time < 10 ? 1 : 0);
}

function ratio(one: number, other: number): string {
  return one < 0.1 || other < 0.1 ? "—" : `×${(one / other).toFixed(1)}`;
}
