import { chmod, chown, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isKept, putBack, type Replaced, replaceFile } from "../../../electron/files/replace-file";
import { tryBeside } from "../../../electron/files/try-place";
import { asNobody } from "./as-nobody";
import { temporaryFolder } from "./temporary-folder";

const utf8 = (text: string) => new TextEncoder().encode(text);

async function replaced(): Promise<Replaced & { folder: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  await writeFile(path, "old", { mode: 0o644 });
  return { folder, path, bytes: utf8("old"), keptAs: join(folder, "keystore.generation-1.json") };
}

/** Every file of a folder and what it holds. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""]));
}

it("puts the new version under the name, 0600, and keeps the old one as it was", async () => {
  const { folder, ...old } = await replaced();
  expect(await replaceFile(old, utf8("new one"))).toEqual({ ok: true, value: null });
  expect(await contents(folder)).toEqual({
    "keystore.json": "new one",
    "keystore.generation-1.json": "old",
  });
  expect((await stat(old.path)).mode & 0o777).toBe(0o600);
  expect((await stat(old.keptAs)).mode & 0o777).toBe(0o644);
});

it("lets its group read the new version where that alone could read the old one", async () => {
  for (const [mode, then] of [
    [0o640, 0o640],
    [0o660, 0o640],
    [0o600, 0o600],
    [0o400, 0o600],
    [0o664, 0o600],
  ] as const) {
    const { folder: _, ...old } = await replaced();
    await chmod(old.path, mode);
    expect((await replaceFile(old, utf8("new one"))).ok).toBe(true);
    expect((await stat(old.path)).mode & 0o777).toBe(then);
    expect((await stat(old.keptAs)).mode & 0o777).toBe(mode);
  }
});

it("gives the new version to the owner and the group of the old one, and so what is put back", async ({
  skip,
}) => {
  if (process.getuid?.() !== 0) return skip("Only root may give a file away.");
  const { folder: _, ...old } = await replaced();
  await chmod(old.path, 0o640);
  await chown(old.path, 1234, 5678);
  const theirs = { uid: 1234, gid: 5678, mode: expect.any(Number) };
  expect((await replaceFile(old, utf8("new one"))).ok).toBe(true);
  expect(await stat(old.path)).toMatchObject(theirs);
  expect((await stat(old.path)).mode & 0o777).toBe(0o640);
  expect((await putBack(old, utf8("new one"))).ok).toBe(true);
  expect(await stat(old.path)).toMatchObject(theirs);
  expect((await stat(old.path)).mode & 0o777).toBe(0o640);
});

it("keeps what belongs to somebody else for whoever may not give it back, and is no worse for it", async ({
  skip,
}) => {
  if (process.getuid?.() !== 0) return skip("Only root can make a file that belongs to another user.");
  const { folder, ...old } = await replaced();
  await chmod(folder, 0o777);
  await chown(old.path, 1234, 5678);
  const place = await asNobody(() => tryBeside(old.path));
  expect(place).toMatchObject({ ok: true, value: { owner: false } });
  expect((await asNobody(() => replaceFile(old, utf8("new one")))).ok).toBe(true);
  expect(await stat(old.path)).toMatchObject({ uid: 65534 });
  expect((await stat(old.path)).mode & 0o777).toBe(0o600);
});

it("tells before whether owner, group and readers will be the same", async () => {
  const { folder: _, ...old } = await replaced();
  for (const [mode, narrower] of [
    [0o600, false],
    [0o640, false],
    [0o660, true],
    [0o644, true],
  ] as const) {
    await chmod(old.path, mode);
    expect(await tryBeside(old.path)).toMatchObject({ ok: true, value: { owner: true, narrower } });
  }
});

it("refuses where the file is not what was opened, and writes nothing", async () => {
  const { folder, ...old } = await replaced();
  for (const text of ["other", "oll", "", "older"]) {
    await writeFile(old.path, text);
    expect(await replaceFile(old, utf8("new"))).toEqual({
      ok: false,
      error: { code: "keystore.changed-meanwhile" },
    });
    expect(await contents(folder)).toEqual({ "keystore.json": text });
  }
});

it("is content with a backup that is the same", async () => {
  const { folder, ...old } = await replaced();
  await writeFile(old.keptAs, "old");
  expect(await isKept(old.keptAs, old.bytes)).toEqual({ ok: true, value: true });
  expect((await replaceFile(old, utf8("new"))).ok).toBe(true);
  expect(await contents(folder)).toEqual({ "keystore.json": "new", "keystore.generation-1.json": "old" });
});

it("refuses where another file, a folder or a symbolic link has the backup's name", async () => {
  const inTheWay: readonly ((path: string) => Promise<unknown>)[] = [
    (path) => writeFile(path, "another"),
    (path) => writeFile(path, "ol"),
    (path) => mkdir(path),
    (path) => symlink("nowhere", path),
    // What it leads to is the same as what is to be kept, until that is replaced.
    (path) => symlink("keystore.json", path),
  ];
  for (const put of inTheWay) {
    const { folder, ...old } = await replaced();
    await put(old.keptAs);
    const refusal = { ok: false, error: { code: "file.backup-differs", path: old.keptAs } };
    expect(await isKept(old.keptAs, old.bytes)).toEqual(refusal);
    expect(await replaceFile(old, utf8("new"))).toEqual(refusal);
    expect(await readFile(old.path, "utf8")).toBe("old");
    expect((await readdir(folder)).sort()).toEqual(["keystore.generation-1.json", "keystore.json"]);
  }
});

it("leaves the old version where the folder cannot be written", async () => {
  const { folder, ...old } = await replaced();
  await chmod(folder, 0o555);
  const refused = await asNobody(() => replaceFile(old, utf8("new")));
  await chmod(folder, 0o755);
  expect(refused).toEqual({ ok: false, error: { code: "file.denied", path: old.path } });
  expect(await contents(folder)).toEqual({ "keystore.json": "old" });
});

it("puts the old version back", async () => {
  const { folder, ...old } = await replaced();
  await replaceFile(old, utf8("new"));
  expect(await putBack(old, utf8("new"))).toEqual({ ok: true, value: null });
  expect(await putBack(old, utf8("new"))).toEqual({ ok: true, value: null });
  expect(await contents(folder)).toEqual({ "keystore.json": "old", "keystore.generation-1.json": "old" });
});

it("keeps beside what something else put in the new version's place, before the old one is put back", async () => {
  const { folder, ...old } = await replaced();
  await replaceFile(old, utf8("new"));
  await writeFile(old.path, "another program's");
  const aside = join(folder, "keystore.changed-2c7c1e28.json");
  expect(await putBack(old, utf8("new"))).toEqual({
    ok: false,
    error: { code: "file.set-aside", path: old.path, keptAs: aside },
  });
  expect(await contents(folder)).toEqual({
    "keystore.json": "old",
    "keystore.generation-1.json": "old",
    "keystore.changed-2c7c1e28.json": "another program's",
  });
});

it("says where the old version is when it cannot be put back", async () => {
  const { folder, ...old } = await replaced();
  await replaceFile(old, utf8("new"));
  await chmod(folder, 0o555);
  const { path, keptAs } = old;
  const back = await asNobody(() => putBack(old, utf8("new")));
  await chmod(folder, 0o755);
  expect(back).toEqual({ ok: false, error: { code: "file.not-put-back", path, keptAs } });
  expect(await contents(folder)).toEqual({ "keystore.json": "new", "keystore.generation-1.json": "old" });
});
