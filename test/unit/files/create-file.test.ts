import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createFile } from "../../../electron/files/create-file";
import { temporaryFolder } from "./temporary-folder";
import { tinyMedium } from "./tiny-medium";

const bytes = new TextEncoder().encode("a secret\n");

it("writes a file that only its owner can read", async () => {
  const path = join(await temporaryFolder(), "file");
  expect(await createFile(path, bytes)).toEqual({ ok: true, value: null });
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it("never replaces a file", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "older");
  expect(await createFile(path, bytes)).toEqual({ ok: false, error: { code: "file.exists", path } });
  expect(await readFile(path, "utf8")).toBe("older");
});

it("does not follow a symbolic link that stands at the name", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "file");
  await symlink(join(folder, "elsewhere"), path);
  expect(await createFile(path, bytes)).toEqual({ ok: false, error: { code: "file.exists", path } });
  expect(await readdir(folder)).toEqual(["file"]);
});

it("names a missing folder", async () => {
  const folder = join(await temporaryFolder(), "gone");
  expect(await createFile(join(folder, "file"), bytes)).toEqual({
    ok: false,
    error: { code: "file.folder-missing", path: folder },
  });
});

it("names a name that is too long", async () => {
  const path = join(await temporaryFolder(), "n".repeat(300));
  expect(await createFile(path, bytes)).toEqual({ ok: false, error: { code: "file.name-too-long", path } });
});

it("says that the disk is full, and leaves nothing there", async ({ skip }) => {
  const medium = await tinyMedium();
  if ("reason" in medium) return skip(medium.reason);
  const path = join(medium.folder, "file");
  const created = await createFile(path, new Uint8Array(128 * 1024));
  expect(created).toEqual({ ok: false, error: { code: "file.disk-full", path } });
  expect(await readdir(medium.folder)).toEqual([]);
});

it("says that the medium is read-only", async ({ skip }) => {
  const medium = await tinyMedium("ro");
  if ("reason" in medium) return skip(medium.reason);
  const path = join(medium.folder, "file");
  expect(await createFile(path, bytes)).toEqual({ ok: false, error: { code: "file.read-only", path } });
});
