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
  /** Takes it out, whatever is on it. Doing so again does nothing. */
  readonly remove: () => Promise<void>;
}

/** Inserts an empty medium. `options` are those of tmpfs: `size=64k`, `ro`. */
export async function insertMedium(folder: string, options: string): Promise<Medium> {
  await mkdir(folder);
  await run("mount", ["-t", "tmpfs", "-o", options, "medium", folder]);
  let inside = true;
  return {
    folder,
    remove: async () => {
      if (inside) await run("umount", [folder]);
      inside = false;
    },
  };
}
