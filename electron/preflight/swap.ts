import { basename } from "node:path";
import { type AtRest, atRestIn, atRestOn } from "./block-devices";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import { type Mount, mountOf, unescaped } from "./mounts";
import type { SystemFiles } from "./system-files";

/** A place that memory may be written out to. */
export interface SwapArea {
  readonly path: string;
  readonly atRest: AtRest;
}

/** Reads /proc/swaps; null where the system does not tell. */
export async function readSwap(
  system: SystemFiles,
  mounts: readonly Mount[] | null,
): Promise<readonly SwapArea[] | null> {
  const text = await system.text("/proc/swaps");
  if (text === null || !text.startsWith("Filename")) return null;
  const lines = text.split("\n").slice(1);
  return Promise.all(
    lines.map(async (line) => {
      const [name = "", type = ""] = line.split(/\s+/);
      const path = unescaped(name);
      return { path, atRest: await swapAtRest(system, path, type, mounts) };
    }),
  );
}

async function swapAtRest(
  system: SystemFiles,
  path: string,
  type: string,
  mounts: readonly Mount[] | null,
): Promise<AtRest> {
  if (type === "partition") return atRestIn(system, basename(path));
  const mount = mountOf(path, mounts ?? []);
  return mount === null ? "unknown" : atRestOn(system, mount);
}

/** Encryption makes swap unreadable without its key, and the system does not tell whether that key outlives the day. */
export function judgeSwap(areas: readonly SwapArea[] | null): Judgement {
  if (areas === null) return notKnown("This system does not tell whether memory is written to a disk.");
  const pathsThat = (...wanted: readonly AtRest[]) =>
    areas.filter(({ atRest }) => wanted.includes(atRest)).map(({ path }) => path);
  const plain = pathsThat("plain", "unknown");
  if (plain.length > 0)
    return red(`Memory may be written to ${shortList(plain)}, not known to be encrypted.`);
  const encrypted = pathsThat("encrypted");
  if (encrypted.length > 0) {
    return notKnown(
      `Memory may be written to ${shortList(encrypted)}, encrypted. Whether its key is gone after switching off cannot be told.`,
    );
  }
  if (areas.length > 0) return good(`Swap stays in memory: ${shortList(pathsThat("memory"))}.`);
  return good("No swap is in use.");
}
