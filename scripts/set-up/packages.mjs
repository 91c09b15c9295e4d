import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { project } from "./places.mjs";
import { run } from "./run.mjs";
import { Stop, say } from "./say.mjs";

/**
 * @typedef {object} Lockfile package-lock.json, or the copy that npm leaves in node_modules
 * @property {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} packages
 *   by folder; package-lock.json's own project has the empty name
 */

/**
 * Makes sure that node_modules holds what package-lock.json names, and nothing else.
 * @throws {Stop} when npm cannot install it
 */
export async function ensurePackages() {
  const locked = await readLockfile(join(project, "package-lock.json"));
  const installed = await readLockfile(join(project, "node_modules", ".package-lock.json"));
  if (locked === undefined)
    throw new Stop("package-lock.json is missing or damaged. Restore it, then run this again.");
  if (
    installed !== undefined &&
    packagesMatch(locked, installed, (folder) => existsSync(join(project, folder)))
  )
    return;

  say("Installing the locked packages …");
  // Dev packages are asked for by name: NODE_ENV=production would leave them out.
  const { code } = await run("npm", ["ci", "--include=dev", "--loglevel=error"], { cwd: project });
  if (code !== 0) {
    throw new Stop(
      "The packages could not be installed. npm says why above. This step needs the network once; then run this again.",
    );
  }
}

/**
 * @param {Lockfile} locked what is wanted
 * @param {Lockfile} installed what npm noted when it last finished
 * @param {(folder: string) => boolean} isThere whether a package's folder is there
 * @returns {boolean} whether both name the same packages; optional ones, for other platforms, may be absent
 */
export function packagesMatch(locked, installed, isThere) {
  const nothingStrange = Object.keys(installed.packages).every((folder) => folder in locked.packages);
  const nothingAmiss = Object.entries(locked.packages).every(([folder, wanted]) => {
    if (folder === "") return true;
    const found = installed.packages[folder];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity && isThere(folder);
  });
  return nothingStrange && nothingAmiss;
}

/**
 * @param {string} file
 * @returns {Promise<Lockfile | undefined>}
 */
async function readLockfile(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
