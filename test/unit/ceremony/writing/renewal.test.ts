import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RenewalKind } from "../../../../electron/contract/renewal";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import type { Keystore } from "../../../../electron/keystore/document";
import { openWithWrappingKey } from "../../../../electron/keystore/open";
import { parseKeystore } from "../../../../electron/keystore/parse";
import { bagged, closeRecord } from "../held-frame";
import { othersIn } from "../held-record";
import { acceptAndOpen, begin, type HeldRoom, handOver, holdRoom, ordered, people } from "../held-room";
import { watchSecrets } from "../held-secrets";
import { giveShare, type HeldVault, makeVaultFile } from "../held-vault";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const reason = {
  reason: "The Wrapping Key was lost",
  authorisation: "The board, 2026-11-20",
  opener: "quorum" as const,
  destroyed: [],
  idleMinutes: 15,
};

async function startRenewal(kind: RenewalKind): Promise<[HeldRoom, HeldVault]> {
  const held = await holdRoom();
  const vault = await makeVaultFile(held.folder);
  await held.must("openKeystore", { path: vault.path });
  await held.must("startRenewal", { kind });
  return [held, vault];
}

/** Plans a recover or a rotate up to where its keystore is opened. */
async function planKeyRenewal(held: HeldRoom, opener: "quorum" | "wrapping-key"): Promise<void> {
  await held.must("planReason", { ...reason, opener });
  await held.must("planPeople", { ...people, custodians: [] });
  await held.must("planKey", { bits: 256 });
  await held.must("planPlaces", {
    keystorePath: "",
    delivery: { way: "file", path: join(held.folder, "new-key.txt") },
    sharedMediumAccepted: true,
  });
  // No sheet is handed over: only the shares that open the keystore take their time.
  expect(held.at("review").plan.minutes).toEqual(
    opener === "quorum" ? { scanned: 81, typed: 85 } : { scanned: 77, typed: 77 },
  );
  await acceptAndOpen(held);
}

async function deliverAndEnd(held: HeldRoom): Promise<void> {
  held.at("deliver");
  await held.must("deliver", {
    delivery: { way: "file", path: join(held.folder, "new-key.txt") },
    order: null,
  });
  held.at("second-copy");
  await held.must("skipSecondCopy", null);
}

async function keystoreAt(path: string): Promise<Keystore> {
  const parsed = parseKeystore(await readFile(path));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function opens(keystore: Keystore, key: string): boolean {
  return openWithWrappingKey(keystore, SecretBytes.take(Buffer.from(key, "hex"))).ok;
}

describe("a renewal in the ceremony room", () => {
  it("is begun once, and keeps no lock where another ceremony began while the keystore was opened", async () => {
    const held = await holdRoom();
    const { path } = await makeVaultFile(held.folder);
    await held.must("openKeystore", { path });
    const renewal = held.send("startRenewal", { kind: "recover" });
    await held.must("startCheck", null);
    expect(await renewal).toEqual({ ok: false, error: { code: "ceremony.stale" } });
    expect(held.view().page.at).toBe("check");
    expect(await readdir(held.folder)).toEqual(["vault.json"]);
  });
});

describe("a recovery in the ceremony room", () => {
  it("lets a quorum give the vault a new Wrapping Key, and keeps the old keystore beside", async () => {
    const [held, vault] = await startRenewal("recover");
    const before = await keystoreAt(vault.path);
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 2);
    expect(held.at("gather").given).toEqual([{ index: 3, custodian: "Cosima", how: "words" }]);
    await giveShare(held, vault, 0);
    await deliverAndEnd(held);
    const { keptAs } = held.at("old-keystore");
    expect(keptAs).toBe(join(held.folder, "vault.generation-1.json"));
    await held.must("keepOldKeystore", null);
    await closeRecord(held);
    expect(held.at("done").keptAs).toBe(keptAs);
    const after = await keystoreAt(vault.path);
    const newKey = await readFile(join(held.folder, "new-key.txt"), "ascii");
    expect((await stat(join(held.folder, "new-key.txt"))).mode & 0o777).toBe(0o600);
    expect([opens(after, newKey), opens(after, vault.wrappingKey)]).toEqual([true, false]);
    expect(opens(await keystoreAt(keptAs), vault.wrappingKey)).toBe(true);
    expect([after.generation, after.shareSet, after.recoveryKey]).toEqual([
      2,
      before.shareSet,
      before.recoveryKey,
    ]);
    expect(after.ceremonies.at(-1)?.kind).toBe("recover");
    expect(await othersIn(held.folder)).toEqual(["new-key.txt", "vault.generation-1.json", "vault.json"]);
    await held.must("goHome", null);
    await held.must("openKeystore", { path: keptAs });
    expect(held.view().page).toMatchObject({ beside: { newer: { path: vault.path, generation: 2 } } });
    expect(await held.send("startRenewal", { kind: "rotate" })).toMatchObject({
      error: { code: "keystore.superseded" },
    });
  });

  it("removes the old keystore when the operator says that the vault runs on the new one", async () => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    await deliverAndEnd(held);
    await held.must("removeOldKeystore", null);
    await closeRecord(held);
    expect(held.at("done").keptAs).toBe(null);
    expect(await readdir(held.folder)).not.toContain("vault.generation-1.json");
  });

  it("removes no old keystore where the new one is not there any more, or is another", async () => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    await deliverAndEnd(held);
    const written = await readFile(vault.path);
    const kept = join(held.folder, "vault.generation-1.json");
    await rm(vault.path);
    await held.must("removeOldKeystore", null);
    expect(held.at("old-keystore").problem?.code).toBe("file.missing");
    await writeFile(vault.path, await readFile(kept));
    await held.must("removeOldKeystore", null);
    expect(held.at("old-keystore").problem?.code).toBe("keystore.changed-meanwhile");
    await writeFile(vault.path, written);
    await held.must("removeOldKeystore", null);
    await closeRecord(held);
    expect(held.at("done").keptAs).toBe(null);
  });

  it("delivers the key where the quorum has approved, and elsewhere only once that failed", async () => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    const [approved, elsewhere] = ["new-key.txt", "elsewhere.txt"].map((name) => join(held.folder, name));
    const deliver = (path = "") => held.send("deliver", { delivery: { way: "file", path }, order: null });
    const refused = { ok: false, error: { code: "ceremony.not-now" } };
    expect(await deliver(elsewhere)).toEqual(refused);
    expect(await held.send("deliver", { delivery: { way: "sheet" }, order: ordered("paper") })).toEqual(
      refused,
    );
    held.at("deliver");
    await writeFile(approved ?? "", "somebody else's");
    await deliver(approved);
    expect(held.at("deliver").problem?.code).toBe("file.exists");
    await held.must("findPrinters", null);
    await deliver(elsewhere);
    held.at("second-copy");
    expect(await readFile(approved ?? "", "utf8")).toBe("somebody else's");
  });

  it("replaces the keystore where it stands, whatever path another try names", async () => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    const inTheWay = join(held.folder, "vault.generation-1.json");
    await mkdir(inTheWay);
    await held.must("deliver", {
      delivery: { way: "file", path: join(held.folder, "new-key.txt") },
      order: null,
    });
    expect(held.at("not-written").problem?.code).toBe("file.backup-differs");
    await rmdir(inTheWay);
    await held.must("writeKeystore", { path: join(held.folder, "elsewhere.json") });
    expect(held.at("second-copy").plan.keystorePath).toBe(vault.path);
    await held.must("skipSecondCopy", null);
    expect(held.at("old-keystore").keptAs).toBe(inTheWay);
  });

  it("wipes a key whose file was still read when the person aborted", async () => {
    const [held, vault] = await startRenewal("rotate");
    await planKeyRenewal(held, "wrapping-key");
    const path = join(held.folder, "current-key.txt");
    await writeFile(path, vault.wrappingKey);
    const taken: SecretBytes[] = [];
    const copyOf = SecretBytes.copyOf;
    vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => {
      const secret = copyOf(bytes);
      if (Buffer.from(bytes).toString("hex") === vault.wrappingKey) taken.push(secret);
      return secret;
    });
    const entering = held.send("enterCurrentKey", { way: "file", path });
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(await entering).toMatchObject({ error: { code: "ceremony.not-now" } });
    held.at("aborted");
    expect(taken.map(({ wiped }) => wiped)).toEqual([true]);
  });

  it("refuses a repeated share and one of another vault, and disturbs nothing that was given", async () => {
    const [held, vault] = await startRenewal("recover");
    const other = await makeVaultFile((await holdRoom()).folder);
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 0);
    const page = held.view().page;
    if (page.at !== "ceremony" || page.step !== "enter-share") throw new Error("Not at the entry.");
    expect(page.problem).toEqual({ code: "share.repeated", index: 1, custodian: "Carla" });
    await held.must("enterWords", { position: 1, text: other.sheets[1]?.qr ?? "" });
    await held.must("leaveEntry", null);
    expect(held.at("gather").given).toHaveLength(1);
    await giveShare(held, vault, 1);
    held.at("deliver");
  });

  it("changes nothing when it is aborted, and takes the delivered key away", async () => {
    const [held, vault] = await startRenewal("recover");
    const before = await readFile(vault.path);
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(held.at("aborted").renewal).toBe("recover");
    expect(await readFile(vault.path)).toEqual(before);
    expect(await othersIn(held.folder)).toEqual(["vault.json"]);
  });

  it("forgets the shares when nobody attends to them, and lets nobody go back to the plan", async () => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await giveShare(held, vault, 0);
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(held.at("gather")).toMatchObject({
      given: [],
      problem: { code: "ceremony.unattended", minutes: 15 },
    });
    vi.useRealTimers();
    await giveShare(held, vault, 0);
    expect(await held.send("back", null)).toEqual({ ok: false, error: { code: "ceremony.not-now" } });
    expect(held.at("gather").given).toHaveLength(1);
  });

  it.each(["enter-share", "bag"] as const)("forgets them at the step %s too", async (step) => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    const secrets = watchSecrets();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await giveShare(held, vault, 0);
    await held.must("enterShare", null);
    const words = vault.sheets[1]?.words ?? [];
    const typed = step === "bag" ? words : words.slice(0, 20);
    await held.must("enterWords", { position: 1, text: typed.join(" ") });
    held.at(step);
    await vi.advanceTimersByTimeAsync(15 * 60_000 - 1);
    held.at(step);
    expect(secrets.alive()).not.toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(held.at("gather").given).toEqual([]);
    expect(secrets.alive()).toEqual([]);
    vi.useRealTimers();
  });

  it("lets a custodian who comes again fetch the sheet from the bag that it was sealed in", async () => {
    const [held, vault] = await startRenewal("recover");
    await planKeyRenewal(held, "quorum");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await giveShare(held, vault, 0, { opened: "O-1", sealed: bagged("N-1") });
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    vi.useRealTimers();
    await giveShare(held, vault, 1, { opened: "N-1", sealed: null });
    expect(held.at("bag").problem).toEqual({ code: "bag.used" });
    await held.must("shareBagged", { opened: "O-2", sealed: bagged("N-2") });
    await giveShare(held, vault, 0, { opened: "N-1", sealed: bagged("N-3") });
    held.at("deliver");
  });

  it("locks the keystore from the start, so that two cannot write it", async () => {
    const [held, vault] = await startRenewal("recover");
    const other = await holdRoom();
    await other.must("openKeystore", { path: vault.path });
    expect(await other.send("startRenewal", { kind: "rotate" })).toMatchObject({
      ok: false,
      error: { code: "file.locked" },
    });
    await held.must("askAbort", null);
    await held.must("abort", null);
    await other.must("startRenewal", { kind: "rotate" });
  });
});

describe("a rotation in the ceremony room", () => {
  it("is opened by the Wrapping Key that is replaced, from its file or typed", async () => {
    const [held, vault] = await startRenewal("rotate");
    await planKeyRenewal(held, "wrapping-key");
    await held.must("enterCurrentKey", { way: "typed", text: "00".repeat(32) });
    expect(held.at("current-key").problem).toEqual({ code: "wrapping-key.does-not-open" });
    await held.must("enterCurrentKey", { way: "code", text: vault.sheets[0]?.qr ?? "" });
    expect(held.at("current-key").problem).toEqual({ code: "wrapping-key.not-code" });
    await held.must("enterCurrentKey", { way: "code", text: `KCW1:${"00".repeat(32)}` });
    expect(held.at("current-key").problem).toEqual({ code: "wrapping-key.does-not-open" });
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    await deliverAndEnd(held);
    const after = await keystoreAt(vault.path);
    expect(opens(after, vault.wrappingKey)).toBe(false);
    expect(after.ceremonies.at(-1)?.kind).toBe("rotate");
  });

  it("is opened by the code of the key's sheet", async () => {
    const [held, vault] = await startRenewal("rotate");
    await planKeyRenewal(held, "wrapping-key");
    const text = `KCW1:${vault.wrappingKey.toUpperCase()}`;
    await held.must("enterCurrentKey", { way: "code", text });
    await deliverAndEnd(held);
    expect(opens(await keystoreAt(vault.path), vault.wrappingKey)).toBe(false);
  });

  it("is opened by a quorum as well", async () => {
    const [held, vault] = await startRenewal("rotate");
    await planKeyRenewal(held, "quorum");
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    held.at("deliver");
  });
});

describe("a reshare in the ceremony room", () => {
  it("gives new custodians new sheets, and counts only when each was read back", async () => {
    const [held, vault] = await startRenewal("reshare");
    const before = await keystoreAt(vault.path);
    await held.must("planReason", reason);
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    expect(held.at("review").plan.minutes).toEqual({ scanned: 101, typed: 115 });
    await begin(held);
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    for (const index of [1, 2, 3, 4, 5]) {
      expect((await keystoreAt(vault.path)).generation).toBe(1);
      await handOver(held, index);
    }
    held.at("second-copy");
    const after = await keystoreAt(vault.path);
    expect(after.shareSet.shares.map(({ custodian }) => custodian)).toEqual(people.custodians);
    expect(after.shareSet.threshold).toBe(3);
    expect(after.retiredShareSets.map(({ id }) => id)).toEqual([before.shareSet.id]);
    expect(after.encryptedKey).toEqual(before.encryptedKey);
    expect(opens(after, vault.wrappingKey)).toBe(true);
    await held.must("skipSecondCopy", null);
    await held.must("keepOldKeystore", null);
    held.at("old-sheets");
    // A number that no old sheet has is nobody's word.
    expect(await held.send("noteOldSheets", { destroyed: [1, 4] })).toMatchObject({
      error: { code: "ceremony.not-now" },
    });
    await held.must("noteOldSheets", { destroyed: [] });
    await closeRecord(held);
    held.at("done");
    expect((await keystoreAt(vault.path)).retiredShareSets).toEqual(after.retiredShareSets);
  });

  it("notes a retired sheet's destruction in the next ceremony that opens the Master Key", async () => {
    const [held, vault] = await startRenewal("reshare");
    const { shareSet } = await keystoreAt(vault.path);
    await held.must("planReason", reason);
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await begin(held);
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    await held.must("skipSecondCopy", null);
    await held.must("removeOldKeystore", null);
    await held.must("noteOldSheets", { destroyed: [1, 2] });
    await closeRecord(held);
    await held.must("goHome", null);
    await held.must("openKeystore", { path: vault.path });
    const { page } = held.view();
    expect(page.at === "keystore" && page.facts.retiredSets[0]?.quorumAtLarge).toBe(true);
    await held.must("startRenewal", { kind: "rotate" });
    const destroyed = [1, 2].map((index) => ({ setId: shareSet.id, index }));
    const named = [...destroyed, ...destroyed, { setId: shareSet.id, index: 4 }];
    await held.must("planReason", { ...reason, opener: "wrapping-key", destroyed: named });
    expect(held.at("people").draft.renews).toMatchObject({ destroyed });
    await held.must("planPeople", { ...people, custodians: [] });
    await held.must("planKey", { bits: 256 });
    await held.must("planPlaces", {
      keystorePath: "",
      delivery: { way: "file", path: join(held.folder, "new-key.txt") },
      sharedMediumAccepted: true,
    });
    await acceptAndOpen(held);
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    await deliverAndEnd(held);
    const [retired] = (await keystoreAt(vault.path)).retiredShareSets;
    expect(retired?.shares.map(({ destroyedAt }) => destroyedAt !== undefined)).toEqual([true, true, false]);
  });
});
