import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commitNew, linkNew } from "../../../electron/files/commit-new";
import { temporaryFolder } from "./temporary-folder";
import { tinyMedium } from "./tiny-medium";

const bytes = new TextEncoder().encode("{}\n");

it("leaves the file under its one name, 0600, and nothing else", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  expect(await commitNew(path, bytes)).toEqual({ ok: true, value: null });
  expect(await readdir(folder)).toEqual(["keystore.json"]);
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  const { mode, nlink } = await stat(path);
  expect([mode & 0o777, nlink]).toEqual([0o600, 1]);
});

it("never replaces a file, and leaves no temporary one", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  await writeFile(path, "older");
  expect(await commitNew(path, bytes)).toEqual({ ok: false, error: { code: "file.exists", path } });
  expect(await readdir(folder)).toEqual(["keystore.json"]);
  expect(await readFile(path, "utf8")).toBe("older");
});

it("of two that commit at once lets exactly one through", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const results = await Promise.all([commitNew(path, bytes), commitNew(path, bytes)]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["keystore.json"]);
});

it("names the person's file, not the temporary one, where the disk is full", async ({ skip }) => {
  const medium = await tinyMedium();
  if ("reason" in medium) return skip(medium.reason);
  const path = join(medium.folder, "keystore.json");
  const committed = await commitNew(path, new Uint8Array(128 * 1024));
  expect(committed).toEqual({ ok: false, error: { code: "file.disk-full", path } });
  expect(await readdir(medium.folder)).toEqual([]);
});

it("links to a free name only", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a"), "a");
  expect(await linkNew(join(folder, "a"), join(folder, "b"))).toBe(true);
  await expect(linkNew(join(folder, "a"), join(folder, "b"))).rejects.toMatchObject({ code: "EEXIST" });
});
