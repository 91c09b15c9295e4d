import { createHash, randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { searchShare } from "../../../electron/search/search-share";
import { makePayload } from "../../../electron/share/payload";
import { ChecksumSweep } from "../../../electron/share/repair/checksum-sweep";
import { LIKELY } from "../../../electron/share/repair/likely";
import { ALL_WORDS, hashesOf, planSearch } from "../../../electron/share/repair/plan";
import { AT_ONCE } from "../../../electron/share/repair/sha256-code";
import { wordNumbers } from "../../../electron/share/word-numbers";
import { table } from "../scan/report";
import { median } from "../scan/tally";
import { type Damage, damages, hopeless, set } from "./damages";

/** Within this the longest search should end, in seconds. */
const TARGET = 60;

/**
 * Measures the hashing of one thread, and each search of FORMATS §2.2's table in worker threads as the app
 * makes it.
 */
export async function benchRepair({ quick }: { quick: boolean }, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kc-bench-"));
  try {
    await build({ mode: "search-worker", logLevel: "error", build: { outDir: folder } });
    const worker = join(folder, "search-worker.cjs");
    say(`${cpus().length} cores of ${cpus()[0]?.model.trim()}, Node ${process.versions.node}\n`);
    const rate = sayRates(say);
    const rows: string[][] = [];
    for (const damage of damages(LIKELY)) rows.push(await rowOf(damage, worker, quick ? 1 : 7));
    if (!quick) rows.push(await rowOf(hopeless, worker, 1));
    say(`${table(["search", "runs", "median", "slowest"], rows)}\n`);
    sayNeeded(rate, say);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Hashes a second of one thread: by node:crypto, and many at once. Gives the latter. */
function sayRates(say: (line: string) => void): number {
  const message = new Uint8Array(61);
  const one = medianProcessorTime(15, () => {
    for (let at = 0; at < ALL_WORDS; at += 1) createHash("sha256").update(message).digest();
  });
  const sweep = new ChecksumSweep();
  const words = wordNumbers(randomShare());
  sweep.begin(words);
  sweep.offer(
    20,
    Uint16Array.from({ length: ALL_WORDS }, (_, word) => word),
  );
  // So often that the engine compiles it for speed within the first run.
  const times = 200;
  const many = medianProcessorTime(31, () => {
    for (let word = 0; word < times; word += 1) {
      sweep.put(9, word);
      sweep.next(0);
    }
  });
  const rate = (times * ALL_WORDS * 1000) / many;
  const inMillions = (hashes: number) => `${(hashes / 1e6).toFixed(1)} million`;
  say(
    `One thread hashes ${inMillions((ALL_WORDS * 1000) / one)} payloads a second with node:crypto, and ${inMillions(rate)} ` +
      `${AT_ONCE} at once in WebAssembly (medians).\n`,
  );
  return rate;
}

/** In milliseconds. What else the machine does counts little in it; the first run does not count at all. */
function medianProcessorTime(times: number, work: () => void): number {
  const taken = Array.from({ length: times + 1 }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  });
  return median(taken.slice(1));
}

async function rowOf(damage: Damage, worker: string, runs: number): Promise<string[]> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) seconds.push(await secondsFor(damage, worker));
  return [damage.name, `${runs}`, `${median(seconds).toFixed(2)} s`, `${Math.max(...seconds).toFixed(2)} s`];
}

async function secondsFor(damage: Damage, worker: string): Promise<number> {
  const payload = randomShare();
  const entered = damage.entered(payload, randomInt);
  const watch = { onProgress: () => undefined, signal: new AbortController().signal };
  const since = performance.now();
  const answer = await searchShare(entered, damage.known(payload), watch, worker);
  const seconds = (performance.now() - since) / 1000;
  const isFound = answer.ok && answer.value.solutions.some((one) => one.payload.equals(payload));
  if (isFound === (damage === hopeless)) throw new Error(`${damage.name}: not the answer that it should be.`);
  return seconds;
}

function sayNeeded(rate: number, say: (line: string) => void): void {
  const payload = randomShare();
  const { parts } = planSearch(hopeless.entered(payload, randomInt), hopeless.known(payload));
  const hashes = parts.reduce((sum, part) => sum + hashesOf(part), 0);
  const cores = hashes / rate / TARGET;
  say(
    `Two wrong words take ${(hashes / 1e9).toFixed(2)} thousand million hashes: ${(hashes / rate).toFixed(0)} s of one such core, ` +
      `so ${cores.toFixed(1)} of them, idle, search them all within ${TARGET} s. On average half of that finds them.`,
  );
}

function randomShare(): SecretBytes {
  const point = SecretBytes.random(33);
  point.use((bytes) => {
    bytes[32] = 1 + randomInt(255);
  });
  return makePayload(set, point);
}
