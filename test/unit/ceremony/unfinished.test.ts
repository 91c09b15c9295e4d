import { createHash } from "node:crypto";
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
  await writeNote(unfinishedNote, { keystorePath, wrappingKeyPath, replaces: null, startedAt, ...change });
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

  it("tells a renewal that did not come to its write, and removes the new key, which opens nothing", async () => {
    await writeKeystore();
    await writeKey("5e".repeat(32));
    const replaces = createHash("sha256")
      .update(textOf(vault(0)))
      .digest("hex");
    const held = await startAfter({ replaces });
    expect(told(held)?.kind).toBe("not-renewed");
    await held.must("removeUnfinished", null);
    expect(existsSync(wrappingKeyPath)).toBe(false);
    expect(await readFile(keystorePath, "utf8")).toBe(textOf(vault(0)));
  });

  it("tells a renewal that stopped after its write, and removes no key", async () => {
    await writeKeystore();
    await writeKey();
    const held = await startAfter({ replaces: "00".repeat(32) });
    expect(told(held)?.kind).toBe("renewed");
    expect(await held.send("removeUnfinished", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    expect(existsSync(wrappingKeyPath)).toBe(true);
  });

  it("lets no new ceremony begin, whose note would take this one's place, before it was answered", async () => {
    await writeKey();
    const held = await startAfter();
    expect(await held.send("startGenerate", { practice: false })).toMatchObject({
      error: { code: "ceremony.unfinished" },
    });
    await held.must("dismissUnfinished", null);
    await held.must("startGenerate", { practice: false });
  });
});
