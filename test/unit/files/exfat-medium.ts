import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./temporary-folder";

const run = promisify(execFile);

/**
 * A real exFAT medium: a small image, mounted through the kernel's driver or exfat-fuse until the test has ended. Where this
 * system has neither, or the tests do not run as root: why.
 */
export async function exfatMedium(): Promise<{ readonly folder: string } | { readonly reason: string }> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    return { reason: "A medium can only be mounted as root on Linux." };
  }
  const place = await temporaryFolder();
  const [image, folder] = [join(place, "stick.img"), join(place, "stick")];
  await writeFile(image, new Uint8Array(8 * 1024 * 1024));
  await mkdir(folder);
  try {
    await run("mkfs.exfat", [image]);
    const { stdout } = await run("losetup", ["--find", "--show", image]);
    const loop = stdout.trim();
    onTestFinished(async () => {
      await run("umount", [folder]).catch(() => undefined);
      await run("losetup", ["--detach", loop]).catch(() => undefined);
    });
    await run("mount", ["-t", "exfat", loop, folder]).catch(() => run("mount.exfat-fuse", [loop, folder]));
    return { folder };
  } catch {
    return {
      reason:
        "This system cannot make or mount an exFAT medium: exfatprogs and exfat-fuse are not installed.",
    };
  }
}
