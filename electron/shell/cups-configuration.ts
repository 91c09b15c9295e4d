import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { PrintTraces } from "../contract/printers";
import { keepsFiles } from "./cups-output";

/**
 * Whether CUPS keeps the files of finished jobs, as far as this user may read it. Another machine's CUPS, or one with a
 * configuration elsewhere, is not known: CUPS's variables and client.conf(5) tell where jobs go.
 */
export async function keptFiles(env = process.env, home = homedir()): Promise<PrintTraces["files"]> {
  const { CUPS_SERVER, CUPS_SERVERROOT } = env;
  const folder = CUPS_SERVERROOT ?? "/etc/cups";
  // A server that is named has its configuration in the folder that is named with it, or nobody knows where.
  if (CUPS_SERVER !== undefined && (CUPS_SERVERROOT === undefined || !CUPS_SERVER.startsWith("/")))
    return "unknown";
  for (const client of [join(folder, "client.conf"), join(home, ".cups", "client.conf")]) {
    if (/^\s*ServerName\s/im.test((await textOf(client)) ?? "")) return "unknown";
  }
  const configuration = await textOf(join(folder, "cupsd.conf"));
  if (configuration === null) return "unknown";
  return keepsFiles(configuration) ? "kept" : "not-kept";
}

/** What stands in a file; null where there is none, or it is not ours to read. */
function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
