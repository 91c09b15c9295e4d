import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { removeFile } from "../../../electron/files/remove-file";
import { temporaryFolder } from "./temporary-folder";

it("removes a file, and finds nothing wrong with one that is gone", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "file");
  await writeFile(path, "");
  expect(await removeFile(path)).toEqual({ ok: true, value: null });
  expect(await readdir(folder)).toEqual([]);
  expect(await removeFile(path)).toEqual({ ok: true, value: null });
});

it("refuses a folder", async () => {
  const path = join(await temporaryFolder(), "folder");
  await mkdir(path);
  expect(await removeFile(path)).toEqual({ ok: false, error: { code: "file.is-folder", path } });
});
