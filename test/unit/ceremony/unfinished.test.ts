import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type UnfinishedNote, writeNote } from "../../../electron/ceremony/unfinished";
import { kid } from "../../../electron/crypto/kid";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { textOf, vault } from "../keystore/vectors";
import { acceptAndOpen, type HeldRoom, handOver, holdRoom, ordered, people, plan } from "./held-room";
import { giveShare, makeVaultFile } from "./held-vault";

const startedAt = "2026-11-23T22:00:00.000Z";
let folder: string;
let keystorePath: string;
let wrappingKeyPath: string;
let recordPath: string;
let unfinishedNote: string;

// Two media, of which either may be away at the next start.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "key-ceremony-unfinished-"));
  keystorePath = join(folder, "disk", "keystore.json");
  wrappingKeyPath = join(folder, "stick", "wrapping-key.txt");
  recordPath = join(folder, "disk", "keystore.record.jsonl");
  unfinishedNote = join(folder, "unfinished.json");
  await mkdir(join(folder, "disk"));
  await mkdir(join(folder, "stick"));
});

const startAfter = async (change: Partial<UnfinishedNote> = {}) => {
  const note = {
    keystorePath,
    wrappingKeyPath,
    wrappingKeyKid: kidOf(vault(0).wrappingKey),
    ceremonyId: randomUUID(),
    renews: null,
    recordPath,
    startedAt,
  };
  await writeNote(unfinishedNote, { ...note, ...change });
  return holdRoom({ unfinishedNote });
};
const kidOf = (key: string) => kid(SecretBytes.take(Buffer.from(key, "hex")));
const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");
const otherKey = "5e".repeat(32);
const told = ({ view }: HeldRoom) => {
  const { page } = view();
  return page.at === "home" ? page.unfinished : null;
};
const writeKeystore = () => writeFile(keystorePath, textOf(vault(0)));
const writeKey = (text = vault(0).wrappingKey) => writeFile(wrappingKeyPath, text);
/** What the note of a renewal says that was to replace the keystore as it stands. */
const renewsThis = () => ({ sha256: sha256Of(textOf(vault(0))) });
const takeAway = (medium: string) => rename(join(folder, medium), join(folder, `${medium} away`));
const insert = (medium: string) => rename(join(folder, `${medium} away`), join(folder, medium));

describe("a start after a ceremony that was not finished", () => {
  it("tells what may be on paper: new sheets where they were to be made, a key's sheet where one was printed", async () => {
    const held = await holdRoom();
    const left = async () => told(await holdRoom({ unfinishedNote: join(held.folder, "unfinished.json") }));
    await plan(held);
    await acceptAndOpen(held);
    const nothing = { kind: "unclear", wrappingKeyPath: null, paper: { shares: false, key: false } };
    expect(await left()).toMatchObject(nothing);
    await held.must("skipProof", null);
    expect(await left()).toMatchObject({ ...nothing, paper: { shares: true, key: false } });
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const planned = { way: "file", path: join(held.folder, "wrapping-key.txt") } as const;
    await writeFile(planned.path, "somebody else's");
    await held.must("deliver", { delivery: planned, order: null });
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    expect(await left()).toMatchObject({ ...nothing, paper: { shares: true, key: true } });
  });

  it("tells of a recovery no new sheets", async () => {
    const held = await holdRoom();
    const vault = await makeVaultFile(held.folder);
    const left = async () => told(await holdRoom({ unfinishedNote: join(held.folder, "unfinished.json") }));
    await held.must("openKeystore", { path: vault.path });
    await held.must("startRenewal", { kind: "recover" });
    const why = { reason: "It is due", authorisation: "The board", opener: "quorum" as const };
    await held.must("planReason", { ...why, destroyed: [], idleMinutes: 15 });
    await held.must("planPeople", { ...people, custodians: [] });
    await held.must("planKey", { bits: 256 });
    const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
    await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
    await acceptAndOpen(held);
    const nothing = { kind: "not-renewed", wrappingKeyPath: null, paper: { shares: false, key: false } };
    expect(await left()).toMatchObject(nothing);
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    held.at("deliver");
    expect(await left()).toMatchObject(nothing);
    await held.must("deliver", { delivery, order: null });
    expect(await left()).toMatchObject({
      kind: "renewed",
      wrappingKeyPath: delivery.path,
      paper: nothing.paper,
    });
  });

  it("tells a key without a keystore, and removes it when asked to", async () => {
    await writeKey();
    const held = await startAfter();
    expect(told(held)).toEqual({
      kind: "orphan-key",
      paper: null,
      keystorePath,
      wrappingKeyPath,
      recordPath,
      startedAt,
    });
    await held.must("removeUnfinished", null);
    expect(existsSync(wrappingKeyPath)).toBe(false);
    expect(existsSync(unfinishedNote)).toBe(false);
    expect(told(held)).toBe(null);
  });

  it.each([
    ["complete", () => writeKey()],
    ["misfit", () => writeKey(otherKey)],
  ])("tells a keystore and a key: %s, and removes neither", async (kind, write) => {
    await writeKeystore();
    await write();
    const held = await startAfter({ wrappingKeyKid: kidOf(await readFile(wrappingKeyPath, "ascii")) });
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

  it("calls a keystore written whose key is on paper where it lists the ceremony, and nothing else", async () => {
    const ceremonyId = vault(0).keystore.ceremonies.at(-1)?.id ?? "";
    const onPaper = { wrappingKeyPath: null, wrappingKeyKid: null };
    await writeKeystore();
    expect(told(await startAfter({ ...onPaper, ceremonyId }))?.kind).toBe("written");
    expect(told(await startAfter(onPaper))?.kind).toBe("unclear");
    await takeAway("disk");
    expect(told(await startAfter({ ...onPaper, ceremonyId }))?.kind).toBe("unclear");
  });

  it("tells a renewal that did not come to its write, and removes the new key, which opens nothing", async () => {
    await writeKeystore();
    await writeKey(otherKey);
    const held = await startAfter({ wrappingKeyKid: kidOf(otherKey), renews: renewsThis() });
    expect(told(held)?.kind).toBe("not-renewed");
    await held.must("removeUnfinished", null);
    expect(existsSync(wrappingKeyPath)).toBe(false);
    expect(await readFile(keystorePath, "utf8")).toBe(textOf(vault(0)));
  });

  it("removes no key that it did not deliver: the vault's own can lie on another stick under that name", async () => {
    await writeKeystore();
    await writeKey();
    for (const wrappingKeyKid of [null, kidOf(otherKey)]) {
      const held = await startAfter({ wrappingKeyKid, renews: renewsThis() });
      expect(told(held)?.kind).toBe("not-renewed");
      expect((await held.send("removeUnfinished", null)).ok).toBe(false);
    }
    expect(await readFile(wrappingKeyPath, "ascii")).toBe(vault(0).wrappingKey);
    await takeAway("disk");
    await mkdir(join(folder, "disk"));
    expect(told(await startAfter({ wrappingKeyKid: kidOf(otherKey) }))?.kind).toBe("unclear");
  });

  it("keeps the note of a key whose medium is away when it is to be removed", async () => {
    await writeKeystore();
    await takeAway("stick");
    const held = await startAfter({ renews: renewsThis() });
    expect(await held.send("removeUnfinished", null)).toMatchObject({ error: { code: "file.missing" } });
    expect(existsSync(unfinishedNote)).toBe(true);
  });

  it("calls a keystore renewed only where it lists the ceremony", async () => {
    const { keystore } = vault(0);
    const ceremonyId = keystore.ceremonies.at(-1)?.id ?? "";
    const kindWith = async (sha256: string, id: string) =>
      told(await startAfter({ renews: { sha256 }, ceremonyId: id }))?.kind;
    await writeKeystore();
    expect(await kindWith("00".repeat(32), ceremonyId)).toBe("renewed");
    // Another ceremony was held since, or the file was saved by an editor: nothing was replaced by this one.
    expect(await kindWith("00".repeat(32), randomUUID())).toBe("renewal-unclear");
    await writeFile(keystorePath, "{}");
    expect(await kindWith("00".repeat(32), ceremonyId)).toBe("renewal-unclear");
    expect(await kindWith(sha256Of("{}"), ceremonyId)).toBe("not-renewed");
    await takeAway("disk");
    expect(await kindWith("00".repeat(32), ceremonyId)).toBe("renewal-unclear");
  });

  it("tells a renewal that stopped after its write, and removes no key", async () => {
    await writeKeystore();
    await writeKey();
    const ceremonyId = vault(0).keystore.ceremonies.at(-1)?.id ?? "";
    const held = await startAfter({ renews: { sha256: "00".repeat(32) }, ceremonyId });
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
