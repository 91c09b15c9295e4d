import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether this process may insert media: mounting is for root on Linux. */
export const mayMount = process.platform === "linux" && process.getuid?.() === 0;

/** Why a test that needs a medium is left out. */
export const noMounting = "A medium can only be mounted as root on Linux.";

/** A medium of its own, in memory, that is in the machine at `folder` until it is taken out. */
export interface Medium {
  readonly folder: string;
  /** Lets nobody write to it any more, as a worn stick or a slipped switch does. */
  readonly turnReadOnly: () => Promise<void>;
  readonly turnWritable: () => Promise<void>;
  /** Takes it out, whatever is on it. Doing so again does nothing. */
  readonly remove: () => Promise<void>;
}

/** Inserts an empty medium. `options` are those of tmpfs: `size=64k`, `ro`. */
export async function insertMedium(folder: string, options: string): Promise<Medium> {
  await mkdir(folder);
  await run("mount", ["-t", "tmpfs", "-o", options, "medium", folder]);
  const remount = async (option: string) => {
    await run("mount", ["-o", `remount,${option}`, folder]);
  };
  let inside = true;
  return {
    folder,
    turnReadOnly: () => remount("ro"),
    turnWritable: () => remount("rw"),
    remove: async () => {
      if (inside) await run("umount", [folder]);
      inside = false;
    },
  };
}
