import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rename, symlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { acquireLock } from "../../../electron/files/lock";
import { isOnOwnDisk } from "../../../electron/files/medium";
import { insertMedium, mayMount, noMounting } from "../../e2e/drive/medium";
import { temporaryFolder } from "./temporary-folder";

/** A process number of this host that is surely free: the process has ended and was waited for. */
const deadPid = () => spawnSync("true").pid;

const otherBoot = "11111111-2222-4333-8444-555555555555";
/** Before any machine that runs this was started. */
const long = new Date("2010-01-01T00:00:00Z");

/** What this process writes into its own locks. */
async function ownHolder(): Promise<{ pid: number; host: string; bootId: string | null }> {
  const path = join(await temporaryFolder(), "other.json");
  await acquireLock(path);
  return JSON.parse(await readFile(`${path}.lock`, "utf8"));
}

async function lockedAs(holder: object | string) {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const content = typeof holder === "string" ? holder : JSON.stringify(holder);
  await writeFile(`${path}.lock`, content);
  return { folder, path, content, lock: await acquireLock(path) };
}

it("stands beside the file, says who holds it, and goes away", async () => {
  const folder = await temporaryFolder();
  const lock = await acquireLock(join(folder, "keystore.json"));
  expect(await readdir(folder)).toEqual(["keystore.json.lock"]);
  const holder = JSON.parse(await readFile(join(folder, "keystore.json.lock"), "utf8"));
  expect(holder).toEqual({ pid: process.pid, host: hostname(), bootId: expect.anything() });
  if (lock.ok) await lock.value.release();
  expect(await readdir(folder)).toEqual([]);
});

it("is not given twice", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  const first = await acquireLock(path);
  expect(first.ok).toBe(true);
  expect(await acquireLock(path)).toEqual({
    ok: false,
    error: { code: "file.locked", path, host: hostname(), pid: process.pid },
  });
});

it("is not given twice along two paths to one folder", async () => {
  const folder = await temporaryFolder();
  const link = join(await temporaryFolder(), "link");
  await symlink(folder, link);
  const first = await acquireLock(join(folder, "keystore.json"));
  expect(first.ok).toBe(true);
  expect(await acquireLock(join(link, "keystore.json"))).toMatchObject({ error: { code: "file.locked" } });
});

it("is taken over from this process where it is not held any more", async () => {
  const { lock, folder } = await lockedAs(await ownHolder());
  expect(lock.ok).toBe(true);
  expect(await readdir(folder)).toEqual(["keystore.json.lock"]);
});

it("is not released twice for who took it meanwhile", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  const first = await acquireLock(path);
  if (first.ok) await first.value.release();
  const second = await acquireLock(path);
  if (first.ok) await first.value.release();
  expect(second.ok).toBe(true);
  expect(await readFile(`${path}.lock`, "utf8")).toContain(String(process.pid));
});

it("is told where it cannot be removed, and can be taken again once it can", async ({ skip }) => {
  if (!mayMount) return skip(noMounting);
  const stick = await insertMedium(join(await temporaryFolder(), "stick"), "size=64k");
  try {
    const path = join(stick.folder, "keystore.json");
    const lock = await acquireLock(path);
    if (!lock.ok) throw new Error(lock.error.code);
    expect(lock.value.file).toBe(`${path}.lock`);
    await stick.turnReadOnly();
    expect(await lock.value.release()).toEqual({
      ok: false,
      error: { code: "file.read-only", path: `${path}.lock` },
    });
    await stick.turnWritable();
    const again = await acquireLock(path);
    if (again.ok) await again.value.release();
    expect(await readdir(stick.folder)).toEqual([]);
  } finally {
    await stick.remove();
  }
});

it("of many that ask at once is given to one, even over an abandoned one", async () => {
  const abandoned = JSON.stringify({ ...(await ownHolder()), pid: deadPid() });
  for (let round = 0; round < 20; round += 1) {
    const folder = await temporaryFolder();
    const path = join(folder, "keystore.json");
    await writeFile(`${path}.lock`, abandoned);
    const locks = await Promise.all(Array.from({ length: 8 }, () => acquireLock(path)));
    expect(locks.filter((lock) => lock.ok)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["keystore.json.lock"]);
  }
});

it("is taken over where takeovers were cut short, however often", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const left = ["", ".takeover", ".takeover.takeover"];
  for (const gone of [[], [""], [".takeover"], ["", ".takeover"]]) {
    for (const guards of left.filter((name) => !gone.includes(name))) {
      await writeFile(`${path}.lock${guards}`, JSON.stringify({ ...(await ownHolder()), pid: deadPid() }));
    }
    const lock = await acquireLock(path);
    expect(await readdir(folder)).toEqual(["keystore.json.lock"]);
    if (lock.ok) await lock.value.release();
    expect(await readdir(folder)).toEqual([]);
  }
});

it("is left to a person where a takeover's file cannot be understood", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  const holder = { ...(await ownHolder()), pid: deadPid() };
  await writeFile(`${path}.lock`, JSON.stringify(holder));
  await writeFile(`${path}.lock.takeover`, "");
  expect(await acquireLock(path)).toEqual({
    ok: false,
    error: { code: "file.locked", path, host: holder.host, pid: holder.pid },
  });
});

it("is taken over from a dead process of this host", async () => {
  const { lock } = await lockedAs({ ...(await ownHolder()), pid: deadPid() });
  expect(lock.ok).toBe(true);
});

it("is taken over from an older boot of this host, whoever has that number now", async ({ skip }) => {
  const own = await ownHolder();
  if (own.bootId === null) return skip("this system gives its boots no names");
  const folder = await temporaryFolder();
  if (!(await isOnOwnDisk(folder))) return skip("this system's temporary files lie on no disk of its own");
  const path = join(folder, "keystore.json");
  await writeFile(`${path}.lock`, JSON.stringify({ ...own, bootId: otherBoot }));
  await utimes(`${path}.lock`, long, long);
  const lock = await acquireLock(path);
  expect(lock.ok).toBe(true);
  expect(await readdir(folder)).toEqual(["keystore.json.lock"]);
});

it("is left to another boot under this host's name that may be running: on another machine, or in a container", async () => {
  const own = await ownHolder();
  const path = join(await temporaryFolder(), "keystore.json");
  for (const [bootId, written] of [
    // Written since this machine was started: so the other one was started too.
    [otherBoot, new Date()],
    // Of this boot, and another process space: its process numbers say nothing here.
    [`${own.bootId}/pid:[4026532999]`, long],
    [null, new Date()],
  ] as const) {
    const content = JSON.stringify({ ...own, pid: deadPid(), bootId });
    await writeFile(`${path}.lock`, content);
    await utimes(`${path}.lock`, written, written);
    expect(await acquireLock(path)).toMatchObject({
      ok: false,
      error: { code: "file.locked", host: own.host },
    });
    expect(await readFile(`${path}.lock`, "utf8")).toBe(content);
  }
});

it("is left to another boot where its folder lies on no disk of this machine, however old it is", async ({
  skip,
}) => {
  if (!mayMount) return skip(noMounting);
  const shared = await insertMedium(join(await temporaryFolder(), "shared"), "size=64k");
  try {
    const path = join(shared.folder, "keystore.json");
    await writeFile(`${path}.lock`, JSON.stringify({ ...(await ownHolder()), bootId: otherBoot }));
    await utimes(`${path}.lock`, long, long);
    expect(await acquireLock(path)).toMatchObject({ ok: false, error: { code: "file.locked" } });
  } finally {
    await shared.remove();
  }
});

it("is told where nobody can see whether it was removed", async () => {
  const folder = join(await temporaryFolder(), "stick");
  await mkdir(folder);
  const lock = await acquireLock(join(folder, "keystore.json"));
  await rename(folder, `${folder} is out`);
  if (!lock.ok) throw new Error(lock.error.code);
  expect(await lock.value.release()).toMatchObject({ ok: false, error: { code: "file.missing" } });
});

it("is left to another host, whatever its boot and process", async () => {
  const holder = { pid: deadPid(), host: `not-${hostname()}`, bootId: "another" };
  const { lock, path, content } = await lockedAs(holder);
  expect(lock).toEqual({
    ok: false,
    error: { code: "file.locked", path, host: holder.host, pid: holder.pid },
  });
  expect(await readFile(`${path}.lock`, "utf8")).toBe(content);
});

it.each(["", "{", "[]", '{"pid":0,"host":"h","bootId":"b"}', "x".repeat(5000)])(
  "is left alone where it cannot be understood: %.20s",
  async (content) => {
    const { lock, path } = await lockedAs(content);
    expect(lock).toEqual({ ok: false, error: { code: "file.locked", path, host: "", pid: 0 } });
    expect(await readFile(`${path}.lock`, "utf8")).toBe(content);
  },
);

it("is not released for somebody who took it over", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  const lock = await acquireLock(path);
  await writeFile(`${path}.lock`, "somebody else's");
  if (lock.ok) await lock.value.release();
  expect(await readFile(`${path}.lock`, "utf8")).toBe("somebody else's");
});
