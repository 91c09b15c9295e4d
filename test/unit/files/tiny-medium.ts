import { spawnSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./temporary-folder";

/**
 * Mounts an empty medium of 64 KiB for one test, or gives the reason why this machine cannot:
 * mounting takes root on Linux. `options` are mount's, such as "ro".
 */
export async function tinyMedium(options = "rw"): Promise<{ folder: string } | { reason: string }> {
  const folder = await temporaryFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=64k,${options}`, "tmpfs", folder]);
  if (mounted.status !== 0) return { reason: `mounting a small medium failed: ${mounted.stderr}` };
  onTestFinished(() => {
    spawnSync("umount", [folder]);
  });
  return { folder };
}
