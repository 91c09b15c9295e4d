import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tryPlace } from "../../../electron/files/try-place";
import { asNobody } from "./as-nobody";
import { temporaryFolder } from "./temporary-folder";
import { tinyMedium } from "./tiny-medium";

it("tells what the place can do, and leaves nothing there", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const place = await tryPlace(path);
  expect(place).toEqual({
    ok: true,
    value: { path, medium: expect.any(String), modes: true, links: true, folderFlush: true },
  });
  expect(await readdir(folder)).toEqual([]);
});

it("resolves the folder's symbolic links", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "real"));
  await symlink(join(folder, "real"), join(folder, "other"));
  const place = await tryPlace(join(folder, "other", "keystore.json"));
  expect(place).toMatchObject({ ok: true, value: { path: join(folder, "real", "keystore.json") } });
});

it("gives one medium the same name and another a different one", async ({ skip }) => {
  const folder = await temporaryFolder();
  const medium = await tinyMedium("size=1m");
  if ("reason" in medium) return skip(medium.reason);
  const paths = [join(folder, "a"), join(folder, "b"), join(medium.folder, "a")];
  const media = (await Promise.all(paths.map((path) => tryPlace(path)))).map(
    (place) => place.ok && place.value.medium,
  );
  expect(media[0]).toBe(media[1]);
  expect(media[2]).not.toBe(media[0]);
});

it("refuses a relative path", async () => {
  const path = "keystore.json";
  expect(await tryPlace(path)).toEqual({ ok: false, error: { code: "file.not-absolute", path } });
});

it("refuses a name that is taken, even by a link that leads nowhere", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  await symlink(join(folder, "nowhere"), join(folder, "link"));
  for (const name of ["file", "link"]) {
    const path = join(folder, name);
    expect(await tryPlace(path)).toEqual({ ok: false, error: { code: "file.exists", path } });
  }
});

it("refuses a folder, and the root of everything", async () => {
  for (const path of [await temporaryFolder(), "/"]) {
    expect(await tryPlace(path)).toEqual({ ok: false, error: { code: "file.is-folder", path } });
  }
});

it("names a folder that is missing, or is a file", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  for (const name of ["gone", "file"]) {
    expect(await tryPlace(join(folder, name, "keystore.json"))).toEqual({
      ok: false,
      error: { code: "file.folder-missing", path: join(folder, name) },
    });
  }
});

it("says that the disk is full, and leaves nothing there", async ({ skip }) => {
  const medium = await tinyMedium();
  if ("reason" in medium) return skip(medium.reason);
  const path = join(medium.folder, "keystore.json");
  expect(await tryPlace(path)).toEqual({ ok: false, error: { code: "file.disk-full", path } });
  expect(await readdir(medium.folder)).toEqual([]);
});

it("says that a folder may not be written to", async () => {
  const folder = await temporaryFolder();
  await chmod(folder, 0o555);
  const path = join(folder, "keystore.json");
  expect(await asNobody(() => tryPlace(path))).toEqual({ ok: false, error: { code: "file.denied", path } });
});
