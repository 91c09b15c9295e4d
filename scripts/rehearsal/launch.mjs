import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron } from "@playwright/test";
import { sandboxWorks } from "../set-up/sandbox.mjs";

/** How long a start may take, in milliseconds: a limit against an app that hangs, and no measure of speed. */
const PATIENCE = 300_000;

const project = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @typedef {object} Opened the built app in real Electron, with a profile of its own
 * @property {import("@playwright/test").ElectronApplication} app
 * @property {import("@playwright/test").Page} page its main window
 * @property {string[]} said what it has said on standard output and standard error so far
 * @property {() => Promise<void>} close ends the app, whatever it is doing, and removes the profile
 */

/**
 * @typedef {object} NormalUser somebody who is not root
 * @property {string} electron an executable that starts Electron as this user
 * @property {string} app their copy of the app
 * @property {string} home a folder of theirs
 * @property {(path: string) => Promise<void>} own makes a file or folder theirs
 */

/**
 * Opens the app in a fresh profile. Where Chromium's sandbox does not work, as for root, it runs without.
 * @param {object} [options]
 * @param {string} [options.profile] a folder that outlives the app
 * @param {Record<string, string>} [options.env]
 * @param {readonly string[]} [options.switches] more of Chromium's command line
 * @param {NormalUser} [options.user] somebody who is not root, with a copy of the app
 * @returns {Promise<Opened>}
 */
export async function openApp({ profile, env = {}, switches = [], user } = {}) {
  const folder = profile ?? (await mkdtemp(join(user?.home ?? tmpdir(), "key-ceremony-profile-")));
  if (user !== undefined) await user.own(folder);
  const sandboxed = user !== undefined || (await sandboxWorks());
  const app = await _electron.launch({
    ...(user === undefined ? {} : { executablePath: user.electron }),
    args: [
      `--user-data-dir=${folder}`,
      ...(sandboxed ? [] : ["--no-sandbox"]),
      ...switches,
      user?.app ?? project,
    ],
    env: { ...withoutUndefined(process.env), ...env, ...(user === undefined ? {} : { HOME: user.home }) },
    chromiumSandbox: sandboxed,
    timeout: PATIENCE,
  });
  // Asked for now: Playwright no longer knows the process once the app has ended.
  const child = app.process();
  /** @type {string[]} */
  const said = [];
  const { stdout, stderr } = child;
  for (const stream of [stdout, stderr]) stream?.on("data", (data) => said.push(String(data)));
  const page = await app.firstWindow({ timeout: PATIENCE });
  return {
    app,
    page,
    said,
    close: async () => {
      // A ceremony under way would ask whether to abort: SIGTERM ends the app as a shutdown does.
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.signalCode === null && child.kill("SIGTERM")) await ended;
      if (profile === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function withoutUndefined(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
