import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { createGrowingFile } from "../../../electron/files/append-flushed";
import { commitNew } from "../../../electron/files/commit-new";
import { createFile } from "../../../electron/files/create-file";
import { makeNewFolder } from "../../../electron/files/folder";
import { acquireLock } from "../../../electron/files/lock";
import { overwriteFile } from "../../../electron/files/overwrite-file";
import { tryPlace } from "../../../electron/files/try-place";
import { temporaryFolder } from "./temporary-folder";

const usual = process.umask();
afterEach(() => {
  process.umask(usual);
});

const bytes = new TextEncoder().encode("bytes");
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

const made: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  "a key, a report": (path) => createFile(path, bytes),
  "a keystore, a second copy": (path) => commitNew(path, bytes),
  "a note": (path) => overwriteFile(path, bytes),
  "a record": async (path) => {
    const file = createGrowingFile(path, bytes);
    if (file.ok) file.value.close();
  },
  "a lock": (path) => acquireLock(path.replace(/\.lock$/, "")),
};

for (const mask of [0o777, 0o700, 0o022, 0]) {
  it.each(Object.entries(made))(`is set for %s, whatever the mask: ${mask.toString(8)}`, async (_, make) => {
    const folder = await temporaryFolder();
    process.umask(mask);
    await make(join(folder, "file.lock"));
    process.umask(usual);
    expect(await readdir(folder)).toEqual(["file.lock"]);
    expect(await modeOf(join(folder, "file.lock"))).toBe(0o600);
  });

  it(`is set for a folder of sheets, and a trial tells the truth: ${mask.toString(8)}`, async () => {
    const folder = await temporaryFolder();
    process.umask(mask);
    const sheets = await makeNewFolder(join(folder, "sheets"));
    const place = await tryPlace(join(folder, "key.txt"));
    process.umask(usual);
    expect(sheets.ok && (await modeOf(sheets.value))).toBe(0o700);
    expect(place).toMatchObject({ ok: true, value: { modes: true } });
    expect(await readdir(folder)).toEqual(["sheets"]);
  });
}
