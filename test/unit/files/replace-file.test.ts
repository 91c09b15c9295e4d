import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isKept, putBack, type Replaced, replaceFile } from "../../../electron/files/replace-file";
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
  expect(await putBack(old)).toEqual({ ok: true, value: null });
  expect(await putBack(old)).toEqual({ ok: true, value: null });
  expect(await contents(folder)).toEqual({ "keystore.json": "old", "keystore.generation-1.json": "old" });
});

it("says where the old version is when it cannot be put back", async () => {
  const { folder, ...old } = await replaced();
  await replaceFile(old, utf8("new"));
  await chmod(folder, 0o555);
  const { path, keptAs } = old;
  const back = await asNobody(() => putBack(old));
  await chmod(folder, 0o755);
  expect(back).toEqual({ ok: false, error: { code: "file.not-put-back", path, keptAs } });
  expect(await contents(folder)).toEqual({ "keystore.json": "new", "keystore.generation-1.json": "old" });
});
