import { basename } from "node:path";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import type { SystemFiles } from "./system-files";

/** What would happen to this process's memory in a crash. Null where it cannot be read. */
export interface CoreDumpFacts {
  /** The largest dump, as the kernel writes it: bytes, or "unlimited". */
  readonly limit: string | null;
  /** Where dumps go: a file's pattern, or a pipe to a program. */
  readonly pattern: string | null;
}

/** Programs that throw away what is piped to them. */
const DISCARDING = new Set(["false", "true"]);

/** Reads the limit of this process and the system's pattern (Linux's core(5)). */
export async function readCoreDumps(system: SystemFiles): Promise<CoreDumpFacts> {
  const limits = (await system.text("/proc/self/limits")) ?? "";
  return {
    limit: /^Max core file size\s+(\S+)/m.exec(limits)?.[1] ?? null,
    pattern: await system.text("/proc/sys/kernel/core_pattern"),
  };
}

/** The limit holds for files only: a program that dumps are piped or sent to gets them whatever it is. */
export function judgeCoreDumps({ limit, pattern }: CoreDumpFacts): Judgement {
  const handler = pattern === null ? null : handlerOf(pattern);
  if (handler !== null)
    return red(`A crash would hand the app’s memory to ${shortList([handler])}, whatever the limit is.`);
  if (limit !== null && limit !== "0") {
    return red(`A crash may write the app’s memory to a disk: the limit is ${shortList([limit])}, not 0.`);
  }
  if (limit === null || pattern === null) {
    return notKnown("This system does not tell whether a crash would write the app’s memory to a disk.");
  }
  return good("A crash writes no memory to a disk: the limit is 0, and no program takes dumps.");
}

/** The program or socket that takes dumps; null where they go to a file, or to a program that throws them away. */
function handlerOf(pattern: string): string | null {
  if (pattern.startsWith("@")) return pattern;
  if (!pattern.startsWith("|")) return null;
  const [program = ""] = pattern.slice(1).trim().split(/\s/, 1);
  return DISCARDING.has(basename(program)) ? null : program || "a program without a name";
}
