import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWithQuorum } from "../../../../electron/ceremony/open-with-quorum";
import { commitRenewal } from "../../../../electron/ceremony/renewal/commit-renewal";
import { deliverToFile, tryKeyPlace } from "../../../../electron/ceremony/renewal/deliver";
import { openForRenewal } from "../../../../electron/ceremony/renewal/open-for-renewal";
import { renewWrappingKey } from "../../../../electron/ceremony/renewal/renew";
import { renewShareSet } from "../../../../electron/ceremony/renewal/reshare";
import { fail, type Result } from "../../../../electron/contract/result";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import type { Keystore } from "../../../../electron/keystore/document";
import { openWithRecoveryKey, openWithWrappingKey } from "../../../../electron/keystore/open";
import { KEYSTORE_LIMIT } from "../../../../electron/keystore/parse";
import { serializeKeystore } from "../../../../electron/keystore/serialize";
import { readShare } from "../../../../electron/share/read-share";
import { toWords } from "../../../../electron/share/words";
import { temporaryFolder } from "../../files/temporary-folder";
import { firstLink } from "../../keystore/chain";

const effects = { now: () => new Date("2026-12-01T00:00:00.000Z"), random: SecretBytes.random };
const ceremony = { id: "6ad0e97c-1205-4807-b070-bfefa725dc9d", recordKey: new Uint8Array(32).fill(7) };

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A vault's first generation as a file that is open for its renewal. */
async function openedVault() {
  const link = await firstLink();
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  await writeFile(path, serializeKeystore(link.keystore));
  const opened = must(await openForRenewal(path));
  return { link, folder, path, opened };
}

describe("a reshare", () => {
  it("makes shares that open the next generation, and retires those that opened this one", async () => {
    const { link, folder, opened, path } = await openedVault();
    const renewal = {
      ...opened,
      masterKey: link.masterKey,
      ceremony,
      destroyed: [],
      threshold: 3,
      custodians: ["Ada", "Bob", "Cy", "Di"],
    };
    const { keystore, shares, recoveryKey } = must(await renewShareSet(renewal, effects));
    expect(keystore.shareSet.shares.map(({ custodian }) => custodian)).toEqual(["Ada", "Bob", "Cy", "Di"]);
    const read = shares.map((payload) => must(readShare(toWords(payload).join(" "))));
    expect(must(await openWithQuorum(keystore, read.slice(1))).equals(link.masterKey)).toBe(true);
    expect(await openWithQuorum(keystore, link.shares)).toMatchObject({
      error: { code: "share.retired-set" },
    });
    expect(must(openWithWrappingKey(keystore, link.wrappingKey)).equals(link.masterKey)).toBe(true);

    expect(await commitRenewal(opened, keystore, (again) => openWithRecoveryKey(again, recoveryKey))).toEqual(
      { ok: true, value: null },
    );
    await opened.lock.release();
    expect((await readdir(folder)).sort()).toEqual(["keystore.generation-1.json", "keystore.json"]);
    expect(must(await openForRenewal(path)).keystore).toEqual(keystore);
  });
});

it("is not made while the clock says what no keystore can hold, and nothing is left of a key", async () => {
  const { link, opened } = await openedVault();
  const renewal = { ...opened, masterKey: link.masterKey, ceremony, destroyed: [] };
  const made: SecretBytes[] = [];
  const random = (size: number) => {
    const secret = SecretBytes.random(size);
    made.push(secret);
    return secret;
  };
  for (const year of [1970, 1999, 10_000]) {
    const wrong = { now: () => new Date(Date.UTC(year, 5)), random };
    const refused = { ok: false, error: { code: "ceremony.clock", year } };
    expect(renewWrappingKey({ ...renewal, kind: "rotate", bits: null }, wrong)).toEqual(refused);
    const set = { threshold: 2, custodians: ["Ada", "Bob", "Cy"] };
    expect(await renewShareSet({ ...renewal, ...set }, wrong)).toEqual(refused);
  }
  expect(made).toEqual([]);
  await opened.lock.release();
});

describe("a keystore that has no room for another ceremony", () => {
  it("is said, and what was made is wiped", async () => {
    const { link, opened } = await openedVault();
    const full = { ...opened, keystore: filled(link.keystore) };
    const renewal = { ...full, masterKey: link.masterKey, ceremony, destroyed: [] };
    const made: SecretBytes[] = [];
    const random = (size: number) => {
      const secret = SecretBytes.random(size);
      made.push(secret);
      return secret;
    };
    const noRoom = { ok: false, error: { code: "keystore.outgrown", limit: KEYSTORE_LIMIT } };
    expect(renewWrappingKey({ ...renewal, kind: "rotate", bits: null }, { ...effects, random })).toEqual(
      noRoom,
    );
    const set = { threshold: 2, custodians: ["Ada", "Bob", "Cy"] };
    expect(await renewShareSet({ ...renewal, ...set }, { ...effects, random })).toEqual(noRoom);
    expect(made).toHaveLength(3);
    for (const secret of made) expect(() => secret.use(() => null)).toThrow();
  });
});

/** The keystore with so many past ceremonies that its file is as large as may be. */
function filled(keystore: Keystore): Keystore {
  const [past] = keystore.ceremonies;
  if (past === undefined) throw new Error("A vault begins with a ceremony.");
  const having = (count: number) => ({ ...keystore, ceremonies: new Array(count).fill(past) });
  const size = (count: number) => serializeKeystore(having(count)).length;
  const each = size(2) - size(1);
  const full = having(1 + Math.floor((KEYSTORE_LIMIT - size(1)) / each));
  expect(serializeKeystore(full).length).toBeLessThanOrEqual(KEYSTORE_LIMIT);
  return full;
}

describe("the commit", () => {
  it("puts the old keystore back when the new one does not stand the last check", async () => {
    const { link, folder, opened, path } = await openedVault();
    const renewal = {
      ...opened,
      kind: "rotate",
      bits: null,
      masterKey: link.masterKey,
      ceremony,
      destroyed: [],
    } as const;
    const { keystore } = must(renewWrappingKey(renewal, effects));
    const refusal = fail({ code: "wrapping-key.does-not-open" } as const);
    expect(await commitRenewal(opened, keystore, () => refusal)).toEqual(refusal);
    expect(new Uint8Array(await readFile(path))).toEqual(opened.bytes);
    expect(new Uint8Array(await readFile(join(folder, "keystore.generation-1.json")))).toEqual(opened.bytes);
    // A second try meets the backup, which is the same.
    const wrappingKey = SecretBytes.random(32);
    const next = must(renewWrappingKey(renewal, { ...effects, random: () => wrappingKey })).keystore;
    expect((await commitRenewal(opened, next, (again) => openWithWrappingKey(again, wrappingKey))).ok).toBe(
      true,
    );
  });

  it("does not replace what somebody else has written meanwhile", async () => {
    const { link, opened, path } = await openedVault();
    const renewal = {
      ...opened,
      kind: "recover",
      bits: 192,
      masterKey: link.masterKey,
      ceremony,
      destroyed: [],
    } as const;
    const { keystore, wrappingKey } = must(renewWrappingKey(renewal, effects));
    expect(wrappingKey.length).toBe(24);
    await writeFile(path, "{}");
    const open = () => fail({ code: "keystore.not-json" } as const);
    expect(await commitRenewal(opened, keystore, open)).toEqual({
      ok: false,
      error: { code: "keystore.changed-meanwhile" },
    });
    expect(await readFile(path, "utf8")).toBe("{}");
  });
});

describe("a new Wrapping Key's file", () => {
  it("holds the key's hex and nothing else, and gives it back", async () => {
    const path = join(await temporaryFolder(), "key.txt");
    const key = SecretBytes.random(24);
    expect(must(await deliverToFile(key, path)).equals(key)).toBe(true);
    expect(await readFile(path, "utf8")).toBe(key.use((bytes) => Buffer.from(bytes).toString("hex")));
    expect(await deliverToFile(SecretBytes.random(24), path)).toEqual({
      ok: false,
      error: { code: "file.exists", path },
    });
  });

  it("cannot have a name that the old keystore will have", async () => {
    const { opened } = await openedVault();
    const { keptAs } = opened;
    expect(await tryKeyPlace(keptAs, opened)).toEqual({
      ok: false,
      error: { code: "plan.same-path", path: keptAs },
    });
    expect(await tryKeyPlace(opened.path, opened)).toMatchObject({ error: { code: "file.exists" } });
    expect((await tryKeyPlace(`${keptAs}.key`, opened)).ok).toBe(true);
  });
});
