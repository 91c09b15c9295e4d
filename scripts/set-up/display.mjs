import { spawn } from "node:child_process";
import { Stop } from "./say.mjs";

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {"x11" | "wayland" | "none"} where a window would open; macOS and Windows count as having one
 */
export function displayOf(platform, env) {
  if (platform !== "linux" || env.DISPLAY) return "x11";
  return env.WAYLAND_DISPLAY ? "wayland" : "none";
}

/**
 * Holds a virtual display (Xvfb) while the body runs. Any account of this machine can look at it,
 * which lets the sandbox tests run as another user; only rehearsals and tests are held on it.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} body gets the environment that names the display
 * @returns {Promise<T>}
 * @throws {Stop} when Xvfb does not start
 */
export async function onVirtualDisplay(body) {
  // Its own process group: Ctrl-C ends the programs on the display first, and then the display.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const end = () => server.kill();
  process.once("exit", end);
  try {
    return await body({
      ...process.env,
      DISPLAY: `:${await displayNumber(server)}`,
      WAYLAND_DISPLAY: undefined,
    });
  } finally {
    process.off("exit", end);
    end();
  }
}

/**
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<number>} the number that Xvfb chose, once it takes connections
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Stop("The virtual display (Xvfb) did not start."));
    server.once("error", refuse);
    server.once("exit", refuse);
    server.stdio[3]?.once("data", (text) => resolve(Number.parseInt(String(text), 10)));
  });
}
