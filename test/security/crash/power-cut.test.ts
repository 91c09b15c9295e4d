import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { RecordReader } from "../../../electron/record/record-reader";
import { run, runJson } from "../../unit/cli/command";
import { type VaultFolder, vaultFolder } from "../../unit/cli/vault-folder";
import { type Folder, folderAfterKill, foldersAfterCrash } from "./after-crash";
import type { DiskRecorder } from "./recorded-disk";

const recorder: DiskRecorder = vi.hoisted(() => ({ operations: [], links: true }));
vi.mock("node:fs/promises", async (original) => {
  const { recordingFileSystem: recording } = await import("./recorded-disk");
  return recording(await original(), recorder);
});
vi.mock("node:fs", async (original) => {
  const { recordingSyncFileSystem: recording } = await import("./recorded-disk");
  return recording(await original(), recorder);
});

const rotate = (keystore: string, from: string, to: string) => [
  ...["rotate", keystore, "--wrapping-key-file", from, "--wrapping-key-out", to],
];

async function folderOf({ folder }: VaultFolder): Promise<Folder> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
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

/** What a folder's record tells, line by line up to where it ends, and how a reader calls it. */
function toldBy(folder: Folder): { readonly events: readonly string[]; readonly ending: string } {
  const [, bytes = null] = [...folder].find(([path]) => path.endsWith(".record.jsonl")) ?? [];
  if (bytes === null) return { events: [], ending: "missing" };
  const events: string[] = [];
  const reader = new RecordReader(({ event }) => events.push(event));
  const taken = reader.take(bytes);
  const read = taken.ok ? reader.finish() : taken;
  if (!read.ok) return { events, ending: read.error.code };
  return { events, ending: read.value.sealed ? "sealed" : "unsealed" };
}

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
    const whole = toldBy(await folderOf(vault));
    expect(whole.ending).toBe("sealed");
    const endings = new Set<string>();
    let changed = 0;
    for (const left of seen.values()) {
      await leave(left, folder);
      const [byOld, byNew] = [await opens(keystore, key), await opens(keystore, out)];
      expect([byOld, byNew]).toContainEqual(true);
      // The record tells the ceremony from its beginning to where it ends, and a step of it is told before the next is taken.
      const { events, ending } = toldBy(left);
      endings.add(ending);
      expect(events).toEqual(whole.events.slice(0, events.length));
      if (ending === "sealed") expect(events).toEqual(whole.events);
      if (events.includes("keystore.written")) expect(byNew).toBe(true);
      if (left.has(out)) expect(events).toContain("keys.made");
      if (byNew) {
        expect(events).toContain("wrapping-key.delivered");
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
    expect([...endings].sort()).toEqual(["missing", "record.cut-off", "record.empty", "sealed", "unsealed"]);
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(seen.size);
  },
);
