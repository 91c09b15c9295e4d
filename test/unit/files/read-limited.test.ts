import { spawnSync } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readLimited } from "../../../electron/files/read-limited";
import { asNobody } from "./as-nobody";
import { temporaryFolder } from "./temporary-folder";

it("gives the bytes and the mode", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "abc");
  await chmod(path, 0o640);
  const read = await readLimited(path, 3);
  expect(read).toEqual({ ok: true, value: { bytes: new Uint8Array([97, 98, 99]), mode: 0o640 } });
});

it("refuses one byte more than the limit", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "abcd");
  const read = await readLimited(path, 3);
  expect(read).toEqual({ ok: false, error: { code: "file.too-large", path, limit: 3 } });
});

it("stops at the limit where a file does not say how long it is", async () => {
  const path = "/proc/self/maps";
  const read = await readLimited(path, 10);
  expect(read).toEqual({ ok: false, error: { code: "file.too-large", path, limit: 10 } });
});

it("does not wait for a pipe's writer", async () => {
  const path = join(await temporaryFolder(), "pipe");
  expect(spawnSync("mkfifo", [path]).status).toBe(0);
  expect(await readLimited(path, 10)).toEqual({ ok: false, error: { code: "file.not-a-file", path } });
});

it("refuses a device", async () => {
  const path = "/dev/zero";
  expect(await readLimited(path, 10)).toEqual({ ok: false, error: { code: "file.not-a-file", path } });
});

it("refuses a folder", async () => {
  const path = join(await temporaryFolder(), "folder");
  await mkdir(path);
  expect(await readLimited(path, 10)).toEqual({ ok: false, error: { code: "file.is-folder", path } });
});

it("names a missing file", async () => {
  const path = join(await temporaryFolder(), "nothing");
  expect(await readLimited(path, 10)).toEqual({ ok: false, error: { code: "file.missing", path } });
});

it("says that a file may not be read", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "abc", { mode: 0o000 });
  expect(await asNobody(() => readLimited(path, 10))).toEqual({
    ok: false,
    error: { code: "file.denied", path },
  });
});
