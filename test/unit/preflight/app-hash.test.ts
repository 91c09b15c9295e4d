import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";
import { judgeAppHash, readAppHash } from "../../../electron/preflight/app-hash";
import { temporaryFolder } from "../files/temporary-folder";
import { addTo } from "./system-folder";

const app = {
  "/main.cjs": "main",
  "/cli.cjs": "cli",
  "/renderer/index.html": "<p>",
  "/renderer/assets/Z.js": "z",
  "/renderer/assets/a b.js": new Uint8Array([0, 255]),
  "/renderer-notes": "sorted by code, not by folder",
};

async function builtApp(): Promise<string> {
  const folder = await temporaryFolder();
  await addTo(folder, app);
  return folder;
}

describe("readAppHash", () => {
  it("is what sha256sum gives of its own lines", async () => {
    const folder = await builtApp();
    const lines = `find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum`;
    const expected = execFileSync("sh", ["-c", `${lines} | sha256sum`], { cwd: folder, encoding: "utf8" });
    expect(`${(await readAppHash(folder))?.hex}  -\n`).toBe(expected);
  });

  it("has its first 88 bits as eight words", async () => {
    const hash = await readAppHash(await builtApp());
    const bits = BigInt(`0x${hash?.hex.slice(0, 22)}`)
      .toString(2)
      .padStart(88, "0");
    const words = bits.match(/.{11}/g)?.map((word) => wordlist[Number.parseInt(word, 2)]);
    expect(hash?.words).toEqual(words);
    expect(hash?.words).toHaveLength(8);
  });

  it("leaves out the build's note, and nothing else", async () => {
    const folder = await builtApp();
    const before = await readAppHash(folder);
    await writeFile(join(folder, ".built-from"), "note");
    expect(await readAppHash(folder)).toEqual(before);
    await writeFile(join(folder, "renderer", ".built-from"), "other");
    expect(await readAppHash(folder)).not.toEqual(before);
  });

  it.each(["main.cjs", "renderer/assets/a b.js", "new.cjs"])("changes with %s", async (path) => {
    const folder = await builtApp();
    const before = await readAppHash(folder);
    await writeFile(join(folder, path), "changed");
    expect(await readAppHash(folder)).not.toEqual(before);
  });

  it("gives nothing of a folder that is missing or empty", async () => {
    const folder = await temporaryFolder();
    expect([await readAppHash(folder), await readAppHash(join(folder, "missing"))]).toEqual([null, null]);
  });
});

it("is not known until people have compared it", async () => {
  const words = ["a", "b", "c", "d", "e", "f", "g", "h"];
  expect(judgeAppHash({ hex: "0123456789abcdef", words })).toEqual({
    verdict: "not-known",
    found: "a b c d e f g h (0123 4567 89ab cdef). Compare it with the published one.",
  });
  expect(judgeAppHash(null)).toMatchObject({ verdict: "not-known" });
});
