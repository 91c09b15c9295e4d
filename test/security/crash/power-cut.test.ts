import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { run, runJson } from "../../unit/cli/command";
import { type VaultFolder, vaultFolder } from "../../unit/cli/vault-folder";
import { type Folder, folderAfterKill, foldersAfterCrash } from "./after-crash";
import type { DiskRecorder } from "./recorded-disk";

const recorder: DiskRecorder = vi.hoisted(() => ({ operations: [], links: true }));
vi.mock("node:fs/promises", async (original) => {
  const { recordingFileSystem: recording } = await import("./recorded-disk");
  return recording(await original(), recorder);
});

const rotate = (keystore: string, from: string, to: string) => [
  ...["rotate", keystore, "--wrapping-key-file", from, "--wrapping-key-out", to],
];

async function folderOf({ folder, names }: Pick<VaultFolder, "folder" | "names">): Promise<Folder> {
  const paths = (await names()).map((name) => join(folder, name));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, new Uint8Array(await readFile(path))] as const)),
  );
}

/** A process number of this host that is surely free. */
const deadPid = () => String(spawnSync("true").pid);

/** Puts a folder on disk as the next start finds it: the process that wrote it is gone. */
async function leave(folder: Folder, at: string): Promise<void> {
  await rm(at, { recursive: true });
  await mkdir(at);
  const gone = deadPid();
  const padded = (pid: string) => pid.padStart(8, "0");
  for (const [path, bytes] of folder) {
    const name = path.slice(at.length + 1).replace(padded(String(process.pid)), padded(gone));
    const isLock = /\.lock/.test(name) || /^\.kc-/.test(name);
    const content = isLock
      ? Buffer.from(
          Buffer.from(bytes).toString("latin1").replace(`"pid":${process.pid},`, `"pid":${gone},`),
          "latin1",
        )
      : bytes;
    await writeFile(join(at, name), content, { mode: 0o600 });
  }
}

const fingerprint = (folder: Folder) =>
  [...folder]
    .map(([path, bytes]) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`)
    .sort()
    .join("\n");

/** Whether a key opens a keystore; false too where one of them is not there. */
const opens = async (keystore: string, key: string) =>
  (await run(["verify", keystore, "--wrapping-key-file", key])).status === 0;

it.each([true, false])(
  "a power cut anywhere in a rotation leaves what the old or the new key opens, and the next one goes on (links: %s)",
  async (links) => {
    const vault = await vaultFolder();
    const { folder, keystore, key, out } = vault;
    const before = await folderOf(vault);
    recorder.links = links;
    recorder.operations = [];
    expect((await run(rotate(keystore, key, out))).status).toBe(0);
    const operations = [...recorder.operations];
    // The account is whole: replayed to its end it gives the folder that is there.
    expect(fingerprint(folderAfterKill(before, operations, operations.length))).toBe(
      fingerprint(await folderOf(vault)),
    );

    const seen = new Map<string, Folder>();
    for (let count = 0; count <= operations.length; count += 1) {
      for (const left of foldersAfterCrash(before, operations, count)) seen.set(fingerprint(left), left);
    }
    expect(seen.size).toBeGreaterThan(20);
    let changed = 0;
    for (const left of seen.values()) {
      await leave(left, folder);
      const [byOld, byNew] = [await opens(keystore, key), await opens(keystore, out)];
      expect([byOld, byNew]).toContainEqual(true);
      if (byNew) {
        changed += 1;
        expect(await opens(join(folder, "keystore.generation-1.json"), key)).toBe(true);
      }
      // The next start takes over the lock, and what was half written is gone. Only where there are no links can a lock
      // be half written: nobody can tell whose it was, and a person is asked to remove it.
      const next = rotate(keystore, byOld ? key : out, join(folder, "next.txt"));
      let [status, answer] = await runJson(next);
      if (!links && answer.code === "file.locked") {
        expect(answer).toMatchObject({ host: "", pid: 0 });
        await rm(`${keystore}.lock`);
        [status, answer] = await runJson(next);
      }
      expect([status, answer]).toMatchObject([0, { generation: byOld ? 2 : 3 }]);
      const names = await readdir(folder);
      expect(names.filter((name) => name.startsWith(".kc-") || name.includes(".lock"))).toEqual([]);
    }
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(seen.size);
  },
  120_000,
);
