import { chmod, chown, copyFile, cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../../scripts/set-up/run.mjs";
import { sandboxWorks } from "../../../scripts/set-up/sandbox.mjs";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * @typedef {object} NormalUser somebody for whom Chromium's sandbox works, with a copy of the built app
 * @property {string} app the app's folder
 * @property {string} electron what starts Electron as this user
 * @property {string} home a folder of theirs
 * @property {(path: string) => Promise<void>} own gives them a file or folder
 * @property {boolean} sandbox whether the system lets them have what Chromium's sandbox needs
 * @property {() => Promise<void>} leave removes the copy
 */

/**
 * A normal user of this machine: `nobody` where the tests run as root, else whoever runs them. The copy lies where
 * every user may read it, as an installed app does.
 * @returns {Promise<NormalUser>}
 */
export async function normalUser() {
  const isRoot = process.getuid?.() === 0;
  const root = await realpath(await mkdtemp(join(tmpdir(), "key-ceremony-user-")));
  await chmod(root, 0o755);
  const at = (/** @type {string[]} */ ...names) => join(root, ...names);
  await cp(join(project, "node_modules", "electron", "dist"), at("electron"), { recursive: true });
  await mkdir(at("app"));
  await copyFile(join(project, "package.json"), at("app", "package.json"));
  await cp(join(project, "dist"), at("app", "dist"), { recursive: true });
  await mkdir(at("home"));
  await writeFile(
    at("start"),
    isRoot ? asNobody(at("electron", "electron")) : asIs(at("electron", "electron")),
    {
      mode: 0o755,
    },
  );
  const own = async (/** @type {string} */ path) => {
    if (isRoot) await chown(path, nobody, nobody);
  };
  await own(at("home"));
  return {
    app: at("app"),
    electron: at("start"),
    home: at("home"),
    sandbox: await hasNamespaces(isRoot ? nobody : undefined),
    own,
    leave: () => rm(root, { recursive: true, force: true }),
  };
}

const nobody = 65534;

/** @param {number | undefined} uid of whom; undefined for whoever runs this */
async function hasNamespaces(uid) {
  if (uid === undefined) return sandboxWorks();
  const { code } = await run("setpriv", [...as(uid), "unshare", "--user", "true"], { quiet: true });
  return code === 0;
}

/** @param {number} uid */
function as(uid) {
  return ["--reuid", `${uid}`, "--regid", `${uid}`, "--clear-groups"];
}

/** @param {string} electron */
function asNobody(electron) {
  return `#!/bin/sh
exec setpriv ${as(nobody).join(" ")} "${electron}" "$@"
`;
}

/** @param {string} electron */
function asIs(electron) {
  return `#!/bin/sh
exec "${electron}" "$@"
`;
}
