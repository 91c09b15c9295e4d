import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type UnfinishedNote, writeNote } from "../../../electron/ceremony/unfinished";
import { textOf, vault } from "../keystore/vectors";
import { type HeldRoom, holdRoom } from "./held-room";

const startedAt = "2026-11-23T22:00:00.000Z";
let folder: string;
let keystorePath: string;
let wrappingKeyPath: string;
let unfinishedNote: string;

// Two media, of which either may be away at the next start.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "key-ceremony-unfinished-"));
  keystorePath = join(folder, "disk", "keystore.json");
  wrappingKeyPath = join(folder, "stick", "wrapping-key.txt");
  unfinishedNote = join(folder, "unfinished.json");
  await mkdir(join(folder, "disk"));
  await mkdir(join(folder, "stick"));
});

const startAfter = async (change: Partial<UnfinishedNote> = {}) => {
  await writeNote(unfinishedNote, { keystorePath, wrappingKeyPath, startedAt, ...change });
  return holdRoom({ unfinishedNote });
};
const told = ({ view }: HeldRoom) => {
  const { page } = view();
  return page.at === "home" ? page.unfinished : null;
};
const writeKeystore = () => writeFile(keystorePath, textOf(vault(0)));
const writeKey = (text = vault(0).wrappingKey) => writeFile(wrappingKeyPath, text);
const takeAway = (medium: string) => rename(join(folder, medium), join(folder, `${medium} away`));
const insert = (medium: string) => rename(join(folder, `${medium} away`), join(folder, medium));

describe("a start after a ceremony that was not finished", () => {
  it("tells a key without a keystore, and removes it when asked to", async () => {
    await writeKey();
    const held = await startAfter();
    expect(told(held)).toEqual({ kind: "orphan-key", keystorePath, wrappingKeyPath, startedAt });
    await held.must("removeUnfinished", null);
    expect(existsSync(wrappingKeyPath)).toBe(false);
    expect(existsSync(unfinishedNote)).toBe(false);
    expect(told(held)).toBe(null);
  });

  it.each([
    ["complete", () => writeKey()],
    ["misfit", () => writeKey("5e".repeat(32))],
  ])("tells a keystore and a key: %s, and removes neither", async (kind, write) => {
    await writeKeystore();
    await write();
    const held = await startAfter();
    expect(told(held)?.kind).toBe(kind);
    expect(await held.send("removeUnfinished", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    expect(existsSync(wrappingKeyPath)).toBe(true);
  });

  it("calls no key an orphan while the keystore's medium is away", async () => {
    await writeKeystore();
    await writeKey();
    await takeAway("disk");
    const held = await startAfter();
    expect(told(held)?.kind).toBe("unclear");
    expect(await held.send("removeUnfinished", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    expect(existsSync(wrappingKeyPath)).toBe(true);
  });

  it("looks again before it removes a key: its keystore may have been inserted meanwhile", async () => {
    await writeKeystore();
    await writeKey();
    await takeAway("disk");
    await mkdir(join(folder, "disk"));
    const held = await startAfter();
    expect(told(held)?.kind).toBe("orphan-key");
    await rename(join(folder, "disk"), join(folder, "empty mount point"));
    await insert("disk");
    expect(await held.send("removeUnfinished", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    expect(await readFile(wrappingKeyPath, "utf8")).toBe(vault(0).wrappingKey);
  });

  it("keeps the note while the key's medium is away, and tells the orphan once it is back", async () => {
    await writeKey();
    await takeAway("stick");
    expect(told(await startAfter())?.kind).toBe("unclear");
    await insert("stick");
    expect(told(await holdRoom({ unfinishedNote }))?.kind).toBe("orphan-key");
  });

  it("tells that a ceremony stopped although nothing of it is on disk: its sheets are on paper", async () => {
    const held = await startAfter({ wrappingKeyPath: null });
    expect(told(held)).toMatchObject({ kind: "unclear", wrappingKeyPath: null });
    await held.must("dismissUnfinished", null);
    expect(told(await holdRoom({ unfinishedNote }))).toBe(null);
  });
});
