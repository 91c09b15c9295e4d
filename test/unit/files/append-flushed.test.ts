import { readFileSync, statSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createGrowingFile, type GrowingFile } from "../../../electron/files/append-flushed";
import { temporaryFolder } from "./temporary-folder";

const piece = (text: string) => new TextEncoder().encode(text);

async function begun(): Promise<GrowingFile> {
  const file = createGrowingFile(join(await temporaryFolder(), "file"), piece("a\n"));
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

it("grows by pieces, in a file that only its owner can read", async () => {
  const file = await begun();
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  expect(file.append(piece("b\n"))).toEqual({ ok: true, value: null });
  expect(file.append(piece(""))).toEqual({ ok: true, value: null });
  expect(file.append(piece("c\n"))).toEqual({ ok: true, value: null });
  file.close();
  expect(readFileSync(file.path, "utf8")).toBe("a\nb\nc\n");
});

it("never replaces a file, nor follows a link that leads nowhere", async () => {
  const folder = await temporaryFolder();
  const [taken, link] = [join(folder, "taken"), join(folder, "link")];
  writeFileSync(taken, "older");
  symlinkSync(join(folder, "elsewhere"), link);
  for (const path of [taken, link]) {
    expect(createGrowingFile(path, piece("a"))).toEqual({ ok: false, error: { code: "file.exists", path } });
  }
  expect(readFileSync(taken, "utf8")).toBe("older");
  expect((await readdir(folder)).sort()).toEqual(["link", "taken"]);
});

it("names a missing folder", async () => {
  const folder = join(await temporaryFolder(), "gone");
  expect(createGrowingFile(join(folder, "file"), piece("a"))).toEqual({
    ok: false,
    error: { code: "file.folder-missing", path: folder },
  });
});

it("puts a piece where the last one ended, whatever a failed try has left there", async () => {
  const file = await begun();
  writeFileSync(file.path, "a\nhalf a pie");
  expect(file.append(piece("b\n"))).toEqual({ ok: true, value: null });
  expect(readFileSync(file.path, "utf8")).toBe("a\nb\n");
  file.close();
});

it("fails where its path leads to nothing, or to another file", async () => {
  const file = await begun();
  const { path } = file;
  unlinkSync(path);
  expect(file.append(piece("b\n"))).toEqual({ ok: false, error: { code: "file.missing", path } });
  for (const other of ["", "x\n", "a\nx", "a\nb\nc\n"]) {
    writeFileSync(path, other);
    expect(file.append(piece("b\n"))).toEqual({ ok: false, error: { code: "file.not-as-written", path } });
    expect(readFileSync(path, "utf8")).toBe(other);
  }
  file.close();
});

it.each(["a\n", "a\nb", "a\nb\n"])(
  "goes on in its file when that came back with its medium, as %j",
  async (there) => {
    const file = await begun();
    const { path } = file;
    unlinkSync(path);
    expect(file.append(piece("b\n")).ok).toBe(false);
    writeFileSync(path, there);
    expect(file.append(piece("b\n"))).toEqual({ ok: true, value: null });
    expect(file.append(piece("c\n"))).toEqual({ ok: true, value: null });
    file.close();
    expect(readFileSync(path, "utf8")).toBe("a\nb\nc\n");
  },
);

it("follows no link to its file's bytes", async () => {
  const file = await begun();
  const { path } = file;
  const elsewhere = `${path}-elsewhere`;
  unlinkSync(path);
  writeFileSync(elsewhere, "a\n");
  symlinkSync(elsewhere, path);
  expect(file.append(piece("b\n"))).toEqual({ ok: false, error: { code: "file.not-as-written", path } });
  expect(readFileSync(elsewhere, "utf8")).toBe("a\n");
  file.close();
});

it("throws once it was closed, and writes nowhere", async () => {
  const file = await begun();
  file.close();
  file.close();
  expect(() => file.append(piece("b"))).toThrow("closed");
  expect(readFileSync(file.path, "utf8")).toBe("a\n");
});
