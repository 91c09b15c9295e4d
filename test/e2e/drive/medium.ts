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
  /** Lets nobody open anything to write to any more, as a slipped switch does. What is open stays so. */
  readonly turnReadOnly: () => Promise<void>;
  readonly turnWritable: () => Promise<void>;
  /** Takes it out; another, empty one is in its place. What is open on it stays so. */
  readonly swap: () => Promise<void>;
  readonly putBack: () => Promise<void>;
  /** Takes it out for good, whatever is on it or open on it. Doing so again does nothing. */
  readonly remove: () => Promise<void>;
}

/** Inserts an empty medium. `options` are those of tmpfs: `size=64k`, `ro`. */
export async function insertMedium(folder: string, options: string): Promise<Medium> {
  await mkdir(folder);
  let layers = 0;
  // The last one that was put on a folder is what is seen there.
  const mount = async (...what: readonly string[]) => {
    await run("mount", [...what, folder]);
    layers += 1;
  };
  const unmount = async () => {
    await run("umount", ["--lazy", folder]);
    layers -= 1;
  };
  await mount("-t", "tmpfs", "-o", options, "medium");
  return {
    folder,
    // The whole of it cannot be turned while a file is open for writing.
    turnReadOnly: async () => {
      await mount("--bind", folder);
      await run("mount", ["-o", "remount,bind,ro", folder]);
    },
    turnWritable: unmount,
    swap: () => mount("-t", "tmpfs", "another medium"),
    putBack: unmount,
    remove: async () => {
      while (layers > 0) await unmount();
    },
  };
}
