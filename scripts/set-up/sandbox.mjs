import { run } from "./run.mjs";

/**
 * Chromium's sandbox does not work for root. For others it needs user namespaces, which a container or a system's policy
 * may refuse; Chromium would then end without opening a window.
 * @param {NodeJS.Platform} [platform]
 * @param {number | undefined} [uid] undefined where the system has none
 * @returns {Promise<boolean>} whether Electron can be started with its sandbox; where not, the app says so on every screen
 */
export async function sandboxWorks(platform = process.platform, uid = process.getuid?.()) {
  if (uid === 0) return false;
  if (platform !== "linux") return true;
  // util-linux, which holds it, is on every Debian. It makes the namespace and nothing in it.
  const { code } = await run("unshare", ["--user", "true"], { quiet: true });
  return code === 0;
}
