import { spawnSync } from "node:child_process";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { acquireLock } from "../../../electron/files/lock";
import { isOnOwnDisk } from "../../../electron/files/medium";
import { removeLeftovers, temporaryBeside } from "../../../electron/files/temporary";
import { temporaryFolder } from "./temporary-folder";

/** A temporary file's name as a process of this host that has ended would have given it. */
function abandonedBeside(path: string): string {
  const dead = String(spawnSync("true").pid).padStart(8, "0");
  return temporaryBeside(path).replace(String(process.pid).padStart(8, "0"), dead);
}

it("lies beside the file, never twice the same", async () => {
  const [one, other] = [temporaryBeside("/a/b/keystore.json"), temporaryBeside("/a/b/keystore.json")];
  expect(dirname(one)).toBe("/a/b");
  expect(basename(one)).toMatch(/^\.kc-.{26}\.tmp$/);
  expect(one).not.toBe(other);
});

it("is removed where its process is gone, and nothing else is", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  const own = temporaryBeside(path);
  const ofOtherHost = join(
    dirname(path),
    basename(abandonedBeside(path)).replace(/^\.kc-.{8}/, ".kc-00000000"),
  );
  const strange = join(dirname(path), ".kc-notes.tmp");
  const staying = [path, own, ofOtherHost, strange];
  for (const file of [...staying, abandonedBeside(path), abandonedBeside(path)]) await writeFile(file, "{");
  await removeLeftovers(dirname(path));
  expect((await readdir(dirname(path))).sort()).toEqual(staying.map((file) => basename(file)).sort());
});

it("is removed where it is older than this boot, whoever made it", async ({ skip }) => {
  const path = join(await temporaryFolder(), "keystore.json");
  if (!(await isOnOwnDisk(dirname(path))))
    return skip("this system's temporary files lie on no disk of its own");
  const old = temporaryBeside(path).replace(/\.kc-.{8}/, ".kc-00000000");
  await writeFile(old, "{");
  await utimes(old, new Date("2010-01-01T00:00:00Z"), new Date("2010-01-01T00:00:00Z"));
  await removeLeftovers(dirname(path));
  expect(await readdir(dirname(path))).toEqual([]);
});

it("is removed when the next process takes the lock", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  await writeFile(abandonedBeside(path), "");
  await acquireLock(path);
  expect(await readdir(dirname(path))).toEqual(["keystore.json.lock"]);
});

it("is nothing to look for where there is no folder", async () => {
  await expect(removeLeftovers(join(await temporaryFolder(), "gone"))).resolves.toBeUndefined();
});
