import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openWithQuorum } from "../../../../electron/ceremony/open-with-quorum";
import type { DamagedView } from "../../../../electron/contract/views";
import { hex, sha256 } from "../../../../electron/crypto/hash";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { fingerprintOf } from "../../../../electron/keystore/facts";
import { openWithWrappingKey } from "../../../../electron/keystore/open";
import { makePayload, pointOf } from "../../../../electron/share/payload";
import { toQrText } from "../../../../electron/share/qr-text";
import { readShare } from "../../../../electron/share/read-share";
import { searchHere } from "../../../../electron/share/repair/search-here";
import {
  comeToNames,
  deliverAndEnd,
  flippedSeal,
  keystoreAt,
  openDamaged,
  planRecovery,
  withBrokenMember,
  withBrokenShares,
} from "../held-damaged";
import { othersIn, recordIn } from "../held-record";
import { type HeldRoom, holdRoom, people } from "../held-room";
import { giveShare, makeVaultFile, putAway } from "../held-vault";

afterEach(() => {
  vi.useRealTimers();
});

function pageOf(held: HeldRoom): DamagedView {
  const { page } = held.view();
  if (page.at !== "damaged") throw new Error(`At ${page.at}`);
  return page;
}

function problemOf(held: HeldRoom) {
  const { page } = held.view();
  return "problem" in page ? page.problem : null;
}

describe("a damaged keystore on its page", () => {
  it("is shown as what the file says, with what the strict reader says", async () => {
    const { held, keystore } = await openDamaged(flippedSeal);
    const { facts, copies } = pageOf(held);
    expect(facts).toMatchObject({
      refusal: { code: "keystore.seal" },
      broken: [],
      practice: false,
      vaultName: "Payments EU",
      vaultFingerprint: fingerprintOf(keystore),
      threshold: 2,
      custodians: ["Carla", "Chen", "Cosima"],
    });
    expect(copies).toEqual([]);
    expect(await held.send("startRenewal", { kind: "recover" })).toMatchObject({ ok: false });
    expect(await held.send("startCheck", null)).toMatchObject({ ok: false });
  });

  it("names the members that cannot be read", async () => {
    const { held } = await openDamaged((document) => withBrokenShares(withBrokenMember(document) as never));
    expect(pageOf(held).facts).toMatchObject({
      refusal: { code: "keystore.bad-member" },
      broken: ["createdAt", "shareSet"],
      createdAt: null,
      setId: null,
      threshold: null,
      custodians: ["Carla", "Chen", null],
    });
  });

  it("is refused like any other file where nothing is left that a quorum opens", async () => {
    const held = await holdRoom();
    const { path } = await makeVaultFile(held.folder);
    const document = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, JSON.stringify({ ...document, recoveryKey: undefined }));
    expect(await held.send("openKeystore", { path })).toEqual({
      ok: false,
      error: { code: "keystore.no-recovery-key" },
    });
    expect(held.view().page.at).toBe("home");
  });

  it("is not recovered while a sound copy of it lies beside, which is named and can be opened", async () => {
    const { held, vault, keystore } = await openDamaged(flippedSeal);
    const copy = join(held.folder, "vault.generation-1.json");
    await writeFile(copy, JSON.stringify(keystore));
    await held.must("openKeystore", { path: vault.path });
    const { updatedAt } = keystore;
    const vaultFingerprint = fingerprintOf(keystore);
    const whose = { sameVault: true, sameSheets: true, hasRetired: false };
    expect(pageOf(held).copies).toEqual([
      { path: copy, generation: 1, updatedAt, vaultFingerprint, ...whose },
    ]);
    expect(await held.send("startRecoverDamaged", { fingerprint: "" })).toEqual({
      ok: false,
      error: { code: "keystore.sound-copy", generation: 1, path: copy },
    });
    await held.must("openKeystore", { path: copy });
    expect(held.view().page).toMatchObject({ at: "keystore", beside: { newer: null } });
  });

  it("is told from another vault's keystore beside it", async () => {
    const { held, vault } = await openDamaged(flippedSeal);
    const other = await makeVaultFile((await holdRoom()).folder);
    const copy = join(held.folder, "vault.generation-1.json");
    await writeFile(copy, await readFile(other.path));
    await held.must("openKeystore", { path: vault.path });
    expect(pageOf(held).copies).toMatchObject([{ sameVault: false, sameSheets: false }]);
    await held.must("startRecoverDamaged", { fingerprint: "" });
  });
});

describe("a recovery from a damaged keystore", () => {
  it("writes a clean keystore that the new key opens and the shares still open, and keeps the damaged file", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held, vault, keystore, text } = damaged;
    const names = await comeToNames(damaged);
    expect(names.quorum).toEqual({
      setId: keystore.shareSet.id,
      threshold: 2,
      shares: [
        { custodian: "Carla", entered: true },
        { custodian: "Chen", entered: false },
        { custodian: "Cosima", entered: true },
      ],
      leftOut: [],
      unfit: 0,
    });
    expect(names.typed).toEqual({ vaultName: "Payments EU", custodians: ["Carla", "Chen", "Cosima"] });
    await held.must("confirmNames", { vaultName: "Payments EU", custodians: ["Clara", "Chen", "Cosima"] });
    await deliverAndEnd(damaged);
    const after = await keystoreAt(vault.path);
    expect(after).toMatchObject({ generation: 2, recoveryKey: keystore.recoveryKey, vault: keystore.vault });
    expect(after.shareSet.shares.map(({ custodian }) => custodian)).toEqual(["Clara", "Chen", "Cosima"]);
    expect(after.ceremonies.map(({ kind }) => kind)).toEqual(["recover"]);
    const opens = (key: string) => openWithWrappingKey(after, SecretBytes.take(Buffer.from(key, "hex"))).ok;
    const newKey = await readFile(join(held.folder, "new-key.txt"), "ascii");
    expect([opens(newKey), opens(vault.wrappingKey)]).toEqual([true, false]);
    const quorum = vault.sheets.slice(1).map(({ qr }) => readShare(qr));
    const shares = quorum.flatMap((share) => (share.ok ? [share.value] : []));
    expect((await openWithQuorum(after, shares)).ok).toBe(true);
    const { keptAs } = held.at("done");
    expect(keptAs).toMatch(/vault\.damaged-[0-9a-f]{8}\.json$/);
    expect(await readFile(keptAs ?? "", "utf8")).toBe(text);
    expect(await othersIn(held.folder)).toEqual([
      "new-key.txt",
      keptAs?.slice(held.folder.length + 1),
      "vault.json",
    ]);
  });

  it("lists only proven shares, asks for a name where none stands, and says who is left out", async () => {
    const damaged = await openDamaged(withBrokenShares);
    const { quorum, typed } = await comeToNames(damaged);
    expect(quorum.shares).toEqual([
      { custodian: "Carla", entered: true },
      { custodian: null, entered: true },
    ]);
    expect(quorum.leftOut).toEqual(["Chen"]);
    await damaged.held.must("confirmNames", typed);
    expect(problemOf(damaged.held)).toEqual({ code: "plan.name-empty", role: "custodian", position: 1 });
    await damaged.held.must("confirmNames", { vaultName: "Payments EU", custodians: ["Carla", "Cosima"] });
    await deliverAndEnd(damaged);
    expect((await keystoreAt(damaged.vault.path)).shareSet.shares).toHaveLength(2);
  });

  it("proves the share of a further custodian, whom the file would leave out, and tells one that does not fit", async () => {
    const damaged = await openDamaged(withBrokenShares);
    const { held, vault } = damaged;
    await comeToNames(damaged);
    await held.must("enterShare", null);
    await held.must("leaveEntry", null);
    expect(held.at("names").quorum.leftOut).toEqual(["Chen"]);
    await held.must("enterShare", null);
    await held.must("enterWords", { position: 1, text: forgedShare(vault.sheets[1]?.qr ?? "") });
    await putAway(held);
    expect(held.at("names").quorum).toMatchObject({ unfit: 1, leftOut: ["Chen"] });
    expect(held.at("names").quorum.shares).toHaveLength(2);
    expect(await held.send("back", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
  });

  it("proves every share that was entered", async () => {
    const damaged = await openDamaged(withBrokenShares);
    const { held, vault } = damaged;
    await comeToNames(damaged);
    await giveShare(held, vault, 1);
    expect(held.at("names").quorum.shares.map(({ entered }) => entered)).toEqual([true, true, true]);
    await held.must("confirmNames", { vaultName: "Payments EU", custodians: ["Carla", "Cosima", "Chen"] });
    await deliverAndEnd(damaged);
    expect((await keystoreAt(vault.path)).shareSet.shares).toHaveLength(3);
  });

  it("lists a share that was entered although the file does not know it", async () => {
    const damaged = await openDamaged(withBrokenShares);
    const { quorum } = await comeToNames(damaged, [1, 2]);
    expect(quorum.shares).toEqual([
      { custodian: "Carla", entered: false },
      { custodian: null, entered: true },
      { custodian: null, entered: true },
    ]);
  });

  it("says what is lost before the names are confirmed, and at the end", async () => {
    const damaged = await openDamaged(withBrokenMember);
    const { plan, typed } = await comeToNames(damaged);
    const lost = { damaged: { ceremonies: 1, retiredSets: 0, createdAt: null, becomes: 2 } };
    expect(plan.renews).toMatchObject(lost);
    await damaged.held.must("confirmNames", typed);
    await deliverAndEnd(damaged);
    expect(damaged.held.at("done").plan.renews).toMatchObject(lost);
    const told = (await recordIn(damaged.held.folder)).lines.find(({ event }) => event === "damaged.dropped");
    expect(told?.data).toEqual({
      sha256: hex(sha256(Buffer.from(damaged.text))),
      generation: 1,
      ceremonies: 1,
      retiredShareSets: 0,
      createdAt: null,
      updatedAt: damaged.keystore.updatedAt,
      custodians: 0,
      shares: 0,
    });
  });

  it("holds the names to a ceremony's rules, and keeps what was typed", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held } = damaged;
    await comeToNames(damaged);
    await held.must("confirmNames", { vaultName: " ", custodians: ["A", "B", "C"] });
    expect(problemOf(held)).toEqual({ code: "plan.vault-name" });
    const twice = { vaultName: "Payments", custodians: ["Carla", "carla ", "Cosima"] };
    await held.must("confirmNames", twice);
    expect(problemOf(held)?.code).toBe("plan.same-person");
    expect(held.at("names").typed).toEqual(twice);
    await held.must("confirmNames", {
      vaultName: "Payments",
      custodians: ["Carla", people.administrator, people.administrator],
    });
    expect(problemOf(held)?.code).toBe("plan.same-person");
    await held.must("confirmNames", { vaultName: "Payments", custodians: ["Carla"] });
    expect(problemOf(held)?.code).toBe("ceremony.not-now");
    // Whoever leads or watches can hold a share besides: by an exception, and the record says so.
    const [witness = ""] = people.witnesses;
    const shared = { vaultName: "Payments", custodians: ["Carla", witness, "Cosima"] };
    await held.must("confirmNames", shared);
    expect(problemOf(held)).toEqual({ code: "exception.roles", names: [witness] });
    const told = { expected: "One part each", happened: "A witness holds a share", decided: "Go on" };
    for (const about of [null, "roles"] as const) {
      await held.must("askException", { about });
      const who = { decidedBy: people.administrator, witnessedBy: witness };
      await held.must("recordException", { about, ...told, ...who });
      expect(held.at("names").typed).toEqual(shared);
      await held.must("confirmNames", shared);
      if (about === null) expect(problemOf(held)?.code).toBe("exception.roles");
    }
    expect(held.at("deliver").plan.sharedRoles).toEqual(people.witnesses);
    const confirmed = (await recordIn(held.folder)).lines.find(({ event }) => event === "names.confirmed");
    expect(confirmed?.data).toMatchObject({ sharedRoles: people.witnesses });
  });

  it("reads the fingerprint as it stands on a sheet, and refuses what is none", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held, fingerprint } = damaged;
    await held.must("startRecoverDamaged", { fingerprint: fingerprint.slice(0, 9) });
    await held.must("planReason", {
      reason: "R",
      authorisation: "A",
      opener: "quorum",
      destroyed: [],
      idleMinutes: 15,
    });
    expect(held.at("fingerprint").draft.renews).toMatchObject({ fingerprint: fingerprint.slice(0, 9) });
    for (const typed of ["", fingerprint.slice(1), `${fingerprint}0`, `g${fingerprint.slice(1)}`]) {
      await held.must("planFingerprint", { fingerprint: typed });
      expect(held.at("fingerprint").problem).toMatchObject({ code: "plan.fingerprint" });
    }
    const grouped = fingerprint.toUpperCase().replaceAll("0", "O").match(/.{4}/g)?.join(" - ");
    await held.must("planFingerprint", { fingerprint: ` ${grouped} ` });
    expect(held.at("people").draft.renews).toMatchObject({ fingerprint });
  });

  it("names a sound copy that only the fingerprint tells, when it is typed in the plan", async () => {
    const damaged = await openDamaged((document) => ({ ...document, ...withOtherVaultInside(document) }));
    const { held, vault, keystore, fingerprint } = damaged;
    const copy = join(held.folder, "of the stick");
    await writeFile(copy, JSON.stringify(keystore));
    await held.must("openKeystore", { path: vault.path });
    expect(pageOf(held).copies).toMatchObject([{ sameVault: false, sameSheets: true }]);
    await held.must("startRecoverDamaged", { fingerprint: "" });
    const told = {
      reason: "R",
      authorisation: "A",
      opener: "quorum",
      destroyed: [],
      idleMinutes: 15,
    } as const;
    await held.must("planReason", told);
    await held.must("planFingerprint", { fingerprint });
    expect(held.at("fingerprint").problem).toEqual({
      code: "keystore.sound-copy",
      generation: 1,
      path: copy,
    });
  });

  it("forgets every share where the fingerprint is another vault's, and tells which it is", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held, vault, text, fingerprint } = damaged;
    await planRecovery(damaged, "0".repeat(32));
    await giveShare(damaged.held, damaged.vault, 0);
    await giveShare(damaged.held, damaged.vault, 1);
    expect(held.at("gather")).toMatchObject({
      given: [],
      problem: { code: "keystore.other-fingerprint", fingerprint },
    });
    expect(await held.send("back", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    expect(await readFile(vault.path, "utf8")).toBe(text);
  });

  it("forgets every share where they do not open it, for nobody can tell which is wrong", async () => {
    const damaged = await openDamaged(flippedSeal);
    const other = await makeVaultFile((await holdRoom()).folder);
    const { held, fingerprint } = damaged;
    await planRecovery(damaged, fingerprint);
    await giveShare(held, other, 0);
    await giveShare(held, other, 1);
    expect(held.at("gather")).toMatchObject({ given: [], problem: { code: "share.does-not-open" } });
    await giveShare(damaged.held, damaged.vault, 0);
    await giveShare(damaged.held, damaged.vault, 1);
    held.at("names");
  });

  it("refuses a share of another set than the first one's, a repeated one, and a rehearsal's", async () => {
    const damaged = await openDamaged(flippedSeal);
    const other = await makeVaultFile((await holdRoom()).folder);
    const rehearsed = await makeVaultFile((await holdRoom()).folder, true);
    const { held } = damaged;
    await planRecovery(damaged, damaged.fingerprint);
    await giveShare(held, rehearsed, 0);
    expect(problemOf(held)?.code).toBe("share.practice-in-production");
    await held.must("leaveEntry", null);
    await giveShare(damaged.held, damaged.vault, 0);
    expect(held.at("gather").given).toEqual([{ index: null, custodian: null, threshold: 2, how: "words" }]);
    await giveShare(damaged.held, damaged.vault, 0);
    expect(problemOf(held)?.code).toBe("share.repeated");
    await held.must("enterWords", { position: 1, text: other.sheets[1]?.qr ?? "" });
    expect(problemOf(held)?.code).toBe("share.other-set");
    await held.must("leaveEntry", null);
    expect(held.at("gather").given).toHaveLength(1);
  });

  it("takes a repair that the checksum alone speaks for with a yes, and one that is only probable never", async () => {
    const damaged = await openDamaged(flippedSeal, {
      searchShare: async (entered, known) => {
        expect(known).toBe(null);
        return searchHere(entered, known);
      },
    });
    const { held, vault } = damaged;
    await planRecovery(damaged, damaged.fingerprint);
    const typed = (unread: readonly number[]) =>
      vault.sheets[0]?.words.map((word, at) => (unread.includes(at) ? "?" : word)).join(" ") ?? "";
    await held.must("enterShare", null);
    await held.must("enterWords", { position: 1, text: typed([8]) });
    expect(held.at("repairs").offered).toEqual([
      { kind: "missing-words", positions: [9], proof: "checksum" },
    ]);
    await held.must("takeRepair", { offer: 0 });
    await putAway(held);
    expect(held.at("gather").given).toMatchObject([{ how: "repaired" }]);
    await held.must("enterShare", null);
    // One of them among the check words, so that the search is short.
    await held.must("enterWords", { position: 1, text: typed([8, 30]) });
    expect(held.at("repairs").offered[0]?.proof).toBe("probable");
    await held.must("takeRepair", { offer: 0 });
    expect(problemOf(held)).toEqual({ code: "share.only-probable" });
    await held.must("leaveEntry", null);
    expect(held.at("gather").given).toHaveLength(1);
  });

  it("is a rehearsal's where the file's recoveryKey is: real shares are refused", async () => {
    const held = await holdRoom();
    const vault = await makeVaultFile(held.folder, true);
    const keystore = await keystoreAt(vault.path);
    const document = JSON.parse(await readFile(vault.path, "utf8"));
    const text = JSON.stringify({ ...document, practice: false });
    await writeFile(vault.path, text);
    await held.must("openKeystore", { path: vault.path });
    expect(pageOf(held).facts.practice).toBe(true);
    const damaged = { held, vault, keystore, text, fingerprint: fingerprintOf(keystore) };
    await planRecovery(damaged, damaged.fingerprint);
    await giveShare(held, await makeVaultFile((await holdRoom()).folder), 0);
    expect(problemOf(held)?.code).toBe("share.production-in-practice");
    await held.must("leaveEntry", null);
    await giveShare(damaged.held, damaged.vault, 0);
    await giveShare(damaged.held, damaged.vault, 1);
    await held.must("confirmNames", held.at("names").typed);
    await deliverAndEnd(damaged);
    expect((await keystoreAt(vault.path)).practice).toBe(true);
  });

  it("forgets the shares when nobody attends to the names", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held } = damaged;
    await planRecovery(damaged, damaged.fingerprint);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await giveShare(damaged.held, damaged.vault, 0);
    await giveShare(damaged.held, damaged.vault, 1);
    held.at("names");
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(held.at("gather")).toMatchObject({ given: [], problem: { code: "ceremony.unattended" } });
    vi.useRealTimers();
    await giveShare(damaged.held, damaged.vault, 0);
    await giveShare(damaged.held, damaged.vault, 1);
    held.at("names");
  });

  it("changes nothing when it is aborted at the names", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held, vault, text } = damaged;
    await comeToNames(damaged);
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(held.at("aborted").renewal).toBe("recover-damaged");
    expect(await readFile(vault.path, "utf8")).toBe(text);
    expect(await othersIn(held.folder)).toEqual(["vault.json"]);
  });
});

/** A share that says the same of its set, with another value. */
function forgedShare(qr: string): string {
  const share = readShare(qr);
  if (!share.ok) throw new Error(share.error.code);
  const { header, payload } = share.value;
  const point = pointOf(payload).use((bytes) => bytes.slice());
  point[0] = (point[0] ?? 0) ^ 1;
  return toQrText(makePayload(header, SecretBytes.take(point)));
}

/** A Recovery Key whose header names another vault: no quorum opens it, and before that nobody can tell. */
function withOtherVaultInside(document: object) {
  const { recoveryKey } = document as { readonly recoveryKey: { readonly protected: string } };
  const header = JSON.parse(Buffer.from(recoveryKey.protected, "base64url").toString());
  const other = JSON.stringify({ ...header, vault: "6ad0e97c-1205-4807-b070-bfefa725dc90" });
  return { recoveryKey: { ...recoveryKey, protected: Buffer.from(other).toString("base64url") } };
}
