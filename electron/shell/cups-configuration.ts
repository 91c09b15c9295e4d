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
  // A server that is named has its configuration in the folder that is named with it, or nobody knows where.
  if (CUPS_SERVER !== undefined && (CUPS_SERVERROOT === undefined || !CUPS_SERVER.startsWith("/")))
    return "unknown";
  if ((await serversInFiles(env, home)).length > 0) return "unknown";
  const configuration = await textOf(join(serverRoot(env), "cupsd.conf"));
  if (configuration === null) return "unknown";
  return keepsFiles(configuration) ? "kept" : "not-kept";
}

/** Whether the print server that CUPS's programs ask is another machine's, by its variable or by client.conf(5). */
export async function isServerElsewhere(env = process.env, home = homedir()): Promise<boolean> {
  const named = env.CUPS_SERVER === undefined ? await serversInFiles(env, home) : [env.CUPS_SERVER];
  return !named.every((server) => HERE.test(server));
}

/** A socket in a folder, or the loopback. */
const HERE = /^(?:\/|(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$))/i;

/** The servers that this user's and everybody's client.conf name. */
async function serversInFiles(env: NodeJS.ProcessEnv, home: string): Promise<readonly string[]> {
  const files = [join(serverRoot(env), "client.conf"), join(home, ".cups", "client.conf")];
  const texts = await Promise.all(files.map(textOf));
  return texts.flatMap((text) =>
    [...(text ?? "").matchAll(/^\s*ServerName\s+(\S*)/gim)].map(([, name]) => name ?? ""),
  );
}

function serverRoot({ CUPS_SERVERROOT }: NodeJS.ProcessEnv): string {
  return CUPS_SERVERROOT ?? "/etc/cups";
}

/** What stands in a file; null where there is none, or it is not ours to read. */
function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
