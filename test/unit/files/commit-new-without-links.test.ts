import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { commitNew } from "../../../electron/files/commit-new";
import { tryPlace } from "../../../electron/files/try-place";
import { temporaryFolder } from "./temporary-folder";

// A FAT medium cannot be had on every machine that runs this; what it answers to link() can.
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  link: () => Promise.reject(Object.assign(new Error("link"), { code: "EPERM" })),
}));

const bytes = new TextEncoder().encode("{}\n");

it("writes the file under its own name", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  expect(await commitNew(path, bytes)).toEqual({ ok: true, value: null });
  expect(await readdir(folder)).toEqual(["keystore.json"]);
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
});

it("still never replaces a file", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  await writeFile(path, "older");
  expect(await commitNew(path, bytes)).toEqual({ ok: false, error: { code: "file.exists", path } });
  expect(await readdir(folder)).toEqual(["keystore.json"]);
  expect(await readFile(path, "utf8")).toBe("older");
});

it("is told beforehand", async () => {
  const place = await tryPlace(join(await temporaryFolder(), "keystore.json"));
  expect(place).toMatchObject({ ok: true, value: { links: false, modes: true } });
});
