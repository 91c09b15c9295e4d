import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/**
 * One hash over files and folders: it changes when a file is changed, added, removed or renamed.
 * @param {string} root the paths in the hash are relative to it
 * @param {string[]} names files and folders inside the root; missing ones count as empty
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function fingerprint(root, names) {
  const hash = createHash("sha256");
  for (const file of await filesOf(root, names)) {
    const content = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    hash.update(`${content} ${relative(root, file).split(sep).join("/")}\n`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string[]} names
 * @returns {Promise<string[]>} full paths of the files, sorted
 */
async function filesOf(root, names) {
  const lists = names.map(async (name) => {
    const path = join(root, name);
    const kind = await stat(path).catch(() => undefined);
    if (!kind?.isDirectory()) return kind === undefined ? [] : [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  });
  return (await Promise.all(lists)).flat().sort();
}
