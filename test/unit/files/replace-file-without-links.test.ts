import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { replaceFile } from "../../../electron/files/replace-file";
import { temporaryFolder } from "./temporary-folder";

// A FAT medium cannot be had on every machine that runs this; what it answers to link() can.
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  link: () => Promise.reject(Object.assign(new Error("link"), { code: "EPERM" })),
}));

const utf8 = (text: string) => new TextEncoder().encode(text);

it("keeps a copy, and does not write over another file", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const keptAs = join(folder, "keystore.generation-1.json");
  const old = { path, bytes: utf8("old"), keptAs };
  await writeFile(path, "old");
  await writeFile(keptAs, "another");
  expect(await replaceFile(old, utf8("new"))).toEqual({
    ok: false,
    error: { code: "file.backup-differs", path: keptAs },
  });
  expect(await readFile(keptAs, "utf8")).toBe("another");

  const second = { ...old, keptAs: join(folder, "keystore.generation-2.json") };
  expect(await replaceFile(second, utf8("new"))).toEqual({ ok: true, value: null });
  expect(await readFile(path, "utf8")).toBe("new");
  expect(await readFile(second.keptAs, "utf8")).toBe("old");
  expect(await readdir(folder)).toHaveLength(3);
});
