import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { besideKeystore, generationOpenedBy } from "../../../../electron/ceremony/renewal/copies-beside";
import { lookBeside } from "../../../../electron/ceremony/renewal/look-beside";
import { openForRenewal } from "../../../../electron/ceremony/renewal/open-for-renewal";
import { besideSentences } from "../../../../electron/contract/beside-sentences";
import { LOOK_LIMIT } from "../../../../electron/contract/keystore-facts";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { sealPair } from "../../../../electron/crypto/signing";
import { fingerprintOf } from "../../../../electron/keystore/facts";
import { sealKeystore } from "../../../../electron/keystore/seal";
import { serializeKeystore } from "../../../../electron/keystore/serialize";
import { asNobody } from "../../files/as-nobody";
import { temporaryFolder } from "../../files/temporary-folder";
import { firstLink, type Link, nextLink } from "../../keystore/chain";

const rotate = { kind: "rotate", bits: 256 } as const;

/** A vault after three ceremonies, and the folder of its first generation's file. */
async function oldCopy() {
  const first = await firstLink();
  const second = await nextLink(first, rotate);
  const third = await nextLink(second, rotate);
  const folder = await temporaryFolder();
  const path = join(folder, "vault.json");
  await writeFile(path, serializeKeystore(first.keystore));
  return { first, second, third, folder, path, at: (name: string) => join(folder, name) };
}

function textOf({ keystore }: Pick<Link, "keystore">): string {
  return Buffer.from(serializeKeystore(keystore)).toString("utf8");
}

const nothing = { newer: null, forks: [], forgeries: [], damaged: [], unseen: false };

describe("a later generation in the folder of an older one", () => {
  it.each([
    "vault.generation-3.json",
    "VAULT.JSON",
    "vault",
    "another-name.json",
    "Keystore (copy 2)",
    ".hidden",
    "-rf",
    "vault.damaged-00000000.json",
    "key.txt",
    "späte\u202eKopie\nmit Zeilen.json",
  ])("is found and refused to be passed over, whatever its name: %j", async (name) => {
    const { first, third, path, at } = await oldCopy();
    await writeFile(at(name), serializeKeystore(third.keystore));
    const newer = { path: at(name), generation: 3, updatedAt: third.keystore.updatedAt };
    expect(await besideKeystore(path, first.keystore)).toEqual({ ...nothing, newer });
    expect(await openForRenewal(path)).toEqual({
      ok: false,
      error: { code: "keystore.superseded", generation: 1, newer: 3, path: at(name) },
    });
    expect(await readdir(join(path, ".."))).toHaveLength(2);
    // The later one itself is opened, and nothing later lies beside it.
    expect(await besideKeystore(at(name), third.keystore)).toEqual(nothing);
  });

  it("is found where it is a symbolic link to another folder, and where other programs have formatted it", async () => {
    const { first, second, third, path, at } = await oldCopy();
    const elsewhere = join(await temporaryFolder(), "vault.json");
    await writeFile(elsewhere, JSON.stringify(third.keystore));
    await symlink(elsewhere, at("now"));
    await writeFile(at("escaped"), textOf(third).replace("Payments EU", "Payments\\u0020EU"));
    await writeFile(at("marked"), `\ufeff${textOf(third)}`);
    await writeFile(at("before"), textOf(second).replaceAll("\n", "\r\n"));
    await symlink(at("before"), at("the same file again"));
    const copies = (await lookBeside(path)).copies.map((copy) => [
      basename(copy.path),
      copy.keystore.generation,
    ]);
    expect(copies.sort()).toEqual([
      ["before", 2],
      ["escaped", 3],
      ["marked", 3],
      ["now", 3],
    ]);
    expect((await besideKeystore(path, first.keystore)).newer).toMatchObject({ generation: 3 });
  });

  it("is found beside a symbolic link to the keystore, and beside what that leads to", async () => {
    const { second, third, path, at } = await oldCopy();
    const folder = await temporaryFolder();
    const link = join(folder, "keystore.json");
    await symlink(path, link);
    await writeFile(join(folder, "near the link"), serializeKeystore(second.keystore));
    expect(await openForRenewal(link)).toMatchObject({
      error: { newer: 2, path: join(folder, "near the link") },
    });
    await writeFile(at("near the file"), serializeKeystore(third.keystore));
    expect(await openForRenewal(link)).toMatchObject({ error: { newer: 3, path: at("near the file") } });
  });

  it("is found behind white space, however much", async () => {
    const { first, third, path, at } = await oldCopy();
    await writeFile(at("padded"), `${" \n".repeat(100_000)}${textOf(third)}`);
    expect((await besideKeystore(path, first.keystore)).newer).toMatchObject({ generation: 3 });
  });

  it("is found behind a clean generation, which has left the former ceremonies behind", async () => {
    const { first, path, at } = await oldCopy();
    const clean = await nextLink(first, rotate);
    const [, entry] = clean.keystore.ceremonies;
    const { seal: _, ...rest } = clean.keystore;
    const ceremonies = entry === undefined ? [] : [{ ...entry, kind: "recover" as const }];
    const resealed = sealKeystore({ ...rest, ceremonies, generation: 9 }, sealPair(first.masterKey));
    await writeFile(at("clean"), serializeKeystore(resealed));
    expect((await besideKeystore(path, first.keystore)).newer).toMatchObject({ generation: 9 });
  });

  it("is none where it is the file itself by another name, an older one, another vault's, or a rehearsal's", async () => {
    const { first, second, folder, at } = await oldCopy();
    const present = at("vault.json");
    await writeFile(present, serializeKeystore(second.keystore));
    await symlink(present, at("link.json"));
    await writeFile(at("same.json"), serializeKeystore(second.keystore));
    await writeFile(at("vault.generation-1.json"), serializeKeystore(first.keystore));
    const stranger = await nextLink(await nextLink(await firstLink(), rotate), rotate);
    await writeFile(at("stranger.json"), serializeKeystore(stranger.keystore));
    const rehearsal = await nextLink(await nextLink(await firstLink(true), rotate), rotate);
    await writeFile(at("rehearsal.json"), serializeKeystore(rehearsal.keystore));
    await writeFile(at("notes.json"), "{}".repeat(1000));
    await mkdir(at("folder.json"));
    await symlink(at("nowhere"), at("dangling.json"));
    expect(await besideKeystore(present, second.keystore)).toEqual(nothing);
    const opened = await openForRenewal(at("link.json"));
    expect(opened).toMatchObject({ ok: true, value: { path: present, beside: nothing } });
    if (opened.ok) await opened.value.lock.release();
    expect(await readdir(folder)).not.toContain("vault.json.lock");
  });
});

describe("what raises a question beside a keystore", () => {
  it("is another one of the same generation", async () => {
    const { first, second, at } = await oldCopy();
    const fork = await nextLink(first, rotate);
    await writeFile(at("vault.json"), serializeKeystore(second.keystore));
    await writeFile(at("elsewhere"), serializeKeystore(fork.keystore));
    const beside = await besideKeystore(at("vault.json"), second.keystore);
    const { updatedAt } = fork.keystore;
    expect(beside).toEqual({ ...nothing, forks: [{ path: at("elsewhere"), generation: 2, updatedAt }] });
    expect(besideSentences(beside).join()).toContain(
      "another keystore of this vault with the same generation, 2",
    );
    const opened = await openForRenewal(at("vault.json"));
    expect(opened).toMatchObject({ ok: true, value: { beside } });
    if (opened.ok) await opened.value.lock.release();
  });

  it("is one that names the vault under another seal key, however late it says it is", async () => {
    const { first, path, at } = await oldCopy();
    const forged = await nextLink(await firstLink(false, { vaultId: first.keystore.vault.id }), rotate);
    await writeFile(at("vault.generation-2.json"), serializeKeystore(forged.keystore));
    const beside = await besideKeystore(path, first.keystore);
    const vaultFingerprint = fingerprintOf(forged.keystore);
    expect(beside).toEqual({
      ...nothing,
      forgeries: [{ path: at("vault.generation-2.json"), vaultFingerprint }],
    });
    expect(besideSentences(beside).join()).toContain("Compare both fingerprints with a share sheet");
    const opened = await openForRenewal(path);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.lock.release();
  });

  it.each([
    ["a changed name", (text: string) => text.replace("Payments EU", "Payments US"), 3],
    ["no end", (text: string) => text.slice(0, -80), null],
    ["a generation that is none", (text: string) => text.replace('"generation": 3', '"generation": "3"'), 3],
    ["another vault id outside", (text: string) => text.replace(/"id": "\w{8}-/, '"id": "00000000-'), 3],
  ])("is a damaged one that says it is later, with %s", async (_, damage, generation) => {
    const { first, third, path, at } = await oldCopy();
    await writeFile(at("late"), damage(textOf(third)));
    const beside = await besideKeystore(path, first.keystore);
    expect(beside).toEqual({ ...nothing, damaged: [{ path: at("late"), generation }] });
    expect(besideSentences(beside).join()).toContain(
      generation === null ? "cannot be read" : "Nothing proves that",
    );
  });

  it("is no damaged one that is not later, or of another vault", async () => {
    const { first, third, at } = await oldCopy();
    await writeFile(at("vault.json"), serializeKeystore(third.keystore));
    await writeFile(at("old"), textOf(first).replace("Payments EU", "Payments US"));
    await writeFile(at("other"), textOf(await nextLink(await firstLink(), rotate)).replace("EU", "US"));
    expect(await besideKeystore(at("vault.json"), third.keystore)).toEqual(nothing);
  });

  it("is told of five at most, however many there are", async () => {
    const { first, second, at } = await oldCopy();
    await writeFile(at("vault.json"), serializeKeystore(second.keystore));
    const forks = await Promise.all([...Array(7).keys()].map(() => nextLink(first, rotate)));
    for (const [nth, { keystore }] of forks.entries())
      await writeFile(at(`f${nth}`), serializeKeystore(keystore));
    expect((await besideKeystore(at("vault.json"), second.keystore)).forks).toHaveLength(5);
  });
});

describe("a folder that holds more than is looked at", () => {
  const small = { names: 100, files: 20, bytes: 50_000 };

  it("says so, and has looked at the likeliest names first", async () => {
    const { third, path, at } = await oldCopy();
    await writeFile(at("vault-new.json"), serializeKeystore(third.keystore));
    for (let nth = 0; nth < 30; nth += 1) await writeFile(at(`a${nth}.txt`), "x");
    const found = await lookBeside(path, small);
    expect(found.unseen).toBe(true);
    expect(found.copies.map((copy) => basename(copy.path))).toEqual(["vault-new.json"]);
    expect((await lookBeside(path)).unseen).toBe(false);
    for (let nth = 0; nth < 80; nth += 1) await writeFile(at(`b${nth}.txt`), "x");
    expect((await lookBeside(path, small)).unseen).toBe(true);
  });

  it("reads no more bytes than its limit, and passes over what is no keystore by its size or its beginning", async () => {
    const { path, at } = await oldCopy();
    await writeFile(at("vault-1.json"), `{"a":"${"x".repeat(40_000)}"}`);
    await writeFile(at("vault-2.json"), `{"a":"${"x".repeat(40_000)}"}`);
    await writeFile(at("huge.json"), `{"a":"${"x".repeat(5 * 1024 * 1024)}"}`);
    await writeFile(at("picture"), "x".repeat(100_000));
    expect((await lookBeside(path, small)).unseen).toBe(true);
    expect((await lookBeside(path)).unseen).toBe(false);
  });

  it("is told too where somebody else’s file may not be read", async () => {
    const { first, third, folder, path, at } = await oldCopy();
    await chmod(folder, 0o755);
    await chmod(path, 0o644);
    await writeFile(at("of-root.json"), serializeKeystore(third.keystore), { mode: 0o600 });
    const beside = await asNobody(() => besideKeystore(path, first.keystore));
    expect(beside).toEqual({ ...nothing, unseen: true });
    expect((await besideKeystore(path, first.keystore)).newer).toMatchObject({ generation: 3 });
  });

  it("is told with its limit", () => {
    const [said = ""] = besideSentences({ ...nothing, unseen: true });
    expect(said).toContain(`${LOOK_LIMIT.files} files, ${LOOK_LIMIT.bytes / 1024 / 1024} MiB`);
    expect(said).toContain("a folder of its own");
  });
});

it("passes over what a ceremony that was cut short has left on its way to its name", async () => {
  const { first, second, path, at } = await oldCopy();
  await writeFile(at(".kc-0123abcd-00000042-89ab0123.tmp"), serializeKeystore(second.keystore));
  expect(await besideKeystore(path, first.keystore)).toEqual(nothing);
});

it("knows which generation a Wrapping Key opens, of this vault alone", async () => {
  const { second, third, at } = await oldCopy();
  await writeFile(at("vault.json"), serializeKeystore(third.keystore));
  await writeFile(at("any name"), serializeKeystore(second.keystore));
  const stranger = await firstLink();
  await writeFile(at("stranger"), serializeKeystore(stranger.keystore));
  const opened = { path: at("vault.json"), keystore: third.keystore };
  expect(await generationOpenedBy(opened, second.wrappingKey)).toBe(2);
  expect(await generationOpenedBy(opened, stranger.wrappingKey)).toBe(null);
  expect(await generationOpenedBy(opened, SecretBytes.random(32))).toBe(null);
});

it("refuses where the name under which the keystore would be kept is another's", async () => {
  const { third, at } = await oldCopy();
  await writeFile(at("vault.json"), serializeKeystore(third.keystore));
  await writeFile(at("vault.generation-3.json"), serializeKeystore((await firstLink()).keystore));
  expect(await openForRenewal(at("vault.json"))).toMatchObject({ error: { code: "file.backup-differs" } });
});
