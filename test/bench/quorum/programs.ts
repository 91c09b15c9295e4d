import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianTime } from "./median-time";
import type { QuorumSize } from "./sizes";

/** What a contender took for 32 bytes, in milliseconds. */
export interface SplitAndCombine {
  readonly split: number;
  readonly combine: number;
}

/** A program of Debian that splits and combines, as a process of its own each time, less what such a process costs. */
export interface Program {
  readonly name: string;
  measure(size: QuorumSize, times: number): Promise<SplitAndCombine>;
}

/** ssss 0.5 (Debian's `ssss`): arithmetic in GF(2^256), hex on its standard input and output. */
export const ssss: Program = {
  name: "ssss",
  measure: async ({ threshold, custodians }, times) => {
    const secret = randomBytes(32).toString("hex");
    const splitArguments = ["-t", `${threshold}`, "-n", `${custodians}`, "-s", "256", "-x", "-q", "-Q"];
    const shares = runProgram("ssss-split", splitArguments, secret).split("\n").slice(0, threshold);
    const together = `${shares.join("\n")}\n`;
    const combineArguments = ["-t", `${threshold}`, "-x", "-q", "-Q"];
    if (!runProgram("ssss-combine", combineArguments, together).includes(secret)) {
      throw new Error("ssss did not give the secret back.");
    }
    const start = await medianTime(times, () => runProgram("ssss-split", ["-v"]));
    return {
      split: (await medianTime(times, () => runProgram("ssss-split", splitArguments, secret))) - start,
      combine:
        (await medianTime(times, () => runProgram("ssss-combine", combineArguments, together))) - start,
    };
  },
};

/** gfshare 2.0 (Debian's `libgfshare-bin`): GF(256) by bytes as here, one file for each share. */
export const gfshare: Program = {
  name: "gfshare",
  measure: async ({ threshold, custodians }, times) => {
    const folder = mkdtempSync(join(tmpdir(), "kc-bench-"));
    try {
      const secret = join(folder, "secret");
      const back = join(folder, "back");
      writeFileSync(secret, randomBytes(32));
      // It compares the threshold with the count that it knows when it reads it: the count goes first.
      const splitArguments = ["-m", `${custodians}`, "-n", `${threshold}`, secret, join(folder, "share")];
      const clear = () => {
        for (const name of sharesIn(folder)) rmSync(join(folder, name));
      };
      const split = await medianTime(times, () => runProgram("gfsplit", splitArguments), clear);
      const shares = sharesIn(folder)
        .slice(0, threshold)
        .map((name) => join(folder, name));
      const combine = await medianTime(times, () => runProgram("gfcombine", ["-o", back, ...shares]));
      if (!readFileSync(back).equals(readFileSync(secret))) throw new Error("gfshare did not give it back.");
      const start = await medianTime(times, () => runProgram("gfsplit", ["-h"]));
      return { split: split - start, combine: combine - start };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function sharesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith("share."));
}

/** All that a program says, on either stream. Throws where it cannot be started. */
function runProgram(name: string, argv: readonly string[], input = ""): string {
  const { stdout, stderr, error } = spawnSync(name, argv, { input, encoding: "utf8" });
  if (error !== undefined) throw error;
  return stdout + stderr;
}
