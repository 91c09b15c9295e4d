import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fail } from "../../../../electron/contract/result";
import { searchHere } from "../../../../electron/share/repair/search-here";
import { flippedSeal, openDamaged, planRecovery } from "../held-damaged";
import { bagged } from "../held-frame";
import { recordIn } from "../held-record";
import {
  acceptAndOpen,
  type HeldRoom,
  handOver,
  holdRoom,
  ordered,
  people,
  plan,
  planAndBegin,
  printShare,
} from "../held-room";
import { giveShare, makeVaultFile } from "../held-vault";

afterEach(() => {
  vi.useRealTimers();
});

/** The lines behind the preflight, as what, who and data. */
async function toldIn({ folder }: HeldRoom) {
  const { lines } = await recordIn(folder);
  const begun = lines.findIndex(({ event }) => event === "preflight.passed");
  return lines.slice(begun + 1).map(({ event, actor, data }) => [event, actor, data] as const);
}

const wordsOf = ({ printed }: HeldRoom) => {
  const sheet = printed.at(-1);
  if (sheet?.kind !== "share") throw new Error("No share sheet was printed.");
  return sheet.words;
};

describe("what is told of a printer's proof", () => {
  it("is each page, each refusal without what was entered, and that it passed", async () => {
    const held = await holdRoom();
    await plan(held);
    await acceptAndOpen(held);
    await held.must("printProof", ordered("paper"));
    await held.must("enterProof", { text: "KCT1:AAAA" });
    await held.must("proveAgain", null);
    await held.must("printProof", ordered("paper"));
    const sheet = held.printed.at(-1);
    await held.must("enterProof", { text: sheet?.kind === "proof" ? sheet.qr : "" });
    const printed = ["proof.printed", "Ada Admin", { printer: "Paper", reach: "local" }];
    expect(await toldIn(held)).toEqual([
      printed,
      ["proof.refused", "Ada Admin", { code: "print.proof-code" }],
      printed,
      ["proof.passed", "Ada Admin", { printer: "Paper" }],
    ]);
  });

  it("is that people went on without, and a page that did not come", async () => {
    const printing = {
      list: async () => ({
        found: [{ id: "paper", name: "Paper", kind: "queue", reach: "local" } as const],
        silent: false,
      }),
      print: async () => fail({ code: "print.failed", reason: "jam" } as const),
      toPdf: async () => fail({ code: "print.failed", reason: "jam" } as const),
    };
    const held = await holdRoom({ printing });
    await plan(held);
    await acceptAndOpen(held);
    await held.must("printProof", ordered("paper"));
    await held.must("skipProof", null);
    expect((await toldIn(held)).map(([event]) => event)).toEqual([
      "proof.printed",
      "proof.not-printed",
      "proof.skipped",
      "keys.made",
    ]);
  });
});

describe("what is told of a share", () => {
  it("is who took it, where it was printed, and how the sheet was read back", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await handOver(held, 2);
    await printShare(held, 1);
    const words = wordsOf(held);
    const sheet = held.printed.at(-1);
    await held.must("enterWords", { position: 1, text: `abandon ${words.slice(1).join(" ")}` });
    await held.must("enterWords", { position: 1, text: sheet?.kind === "share" ? sheet.qr : "" });
    for (const position of held.at("read-back").asked ?? []) {
      await held.must("enterWords", { position, text: words[position - 1] ?? "" });
    }
    await held.must("shareHandled", { bag: null });
    const traces = { job: "gone", files: "not-kept" };
    const told = await toldIn(held);
    expect(told.slice(2)).toEqual([
      ["share.handed-over", "Chen", { index: 2 }],
      ["share.sent", "app", { index: 2, printer: "Paper", reach: "local" }],
      ["share.printed", "app", { index: 2, printer: "Paper", reach: "local", ...traces }],
      ["share.verified", "Chen", { index: 2, by: "words" }],
      ["bag.sealed", "Chen", { index: 2, number: "N-2" }],
      ["share.handed-over", "Carla", { index: 1 }],
      ["share.sent", "app", { index: 1, printer: "Paper", reach: "local" }],
      ["share.printed", "app", { index: 1, printer: "Paper", reach: "local", ...traces }],
      ["share.refused", "Carla", { index: 1, code: "ceremony.read-back" }],
      ["share.verified", "Carla", { index: 1, by: "code" }],
      ["bag.none", "Carla", { index: 1 }],
    ]);
    expect(told[1]).toEqual(["keys.made", "app", held.at("distribute").made]);
  });

  it("is each sheet that was spoiled, and why, and that it was written by hand", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await printShare(held, 1);
    await held.must("declareSpoiled", null);
    await held.must("answerSpoiled", { seenByOthers: false });
    await held.must("printShare", ordered("paper"));
    await held.must("answerPrinted", { cameOut: false });
    await held.must("answerSpoiled", { seenByOthers: false });
    await held.must("printBlank", ordered("paper"));
    await held.must("copyByHand", null);
    await held.must("copiedByHand", null);
    await held.must("reprint", null);
    await held.must("answerSpoiled", { seenByOthers: true });
    held.at("aborted");
    const told = (await toldIn(held)).slice(3);
    expect(told.map(([event, , { cause, seenByOthers }]) => [event, cause, seenByOthers])).toEqual([
      ["share.sent", undefined, undefined],
      ["share.printed", undefined, undefined],
      ["share.spoiled", "declared", false],
      ["share.sent", undefined, undefined],
      ["share.printed", undefined, undefined],
      ["share.not-come-out", undefined, undefined],
      ["share.spoiled", "no-page", false],
      ["blank-form.printed", undefined, undefined],
      ["share.copied", undefined, undefined],
      ["share.spoiled", "reprint", true],
      ["ceremony.aborted", undefined, undefined],
      ["record.sealed", undefined, undefined],
    ]);
    expect(told.at(-2)).toEqual([
      "ceremony.aborted",
      "Ada Admin",
      { because: "by choice", sheetsToDestroy: [1], wrappingKeySheets: 0, filesThatStayed: [] },
    ]);
  });

  it("is nothing of a custodian who came too early, nor of a question that was answered otherwise", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    const before = (await toldIn(held)).length;
    await held.must("chooseShare", { index: 1 });
    await held.must("leaveShare", null);
    await held.must("askAbort", null);
    await held.must("keepGoing", null);
    await held.must("askException", { about: null });
    await held.must("keepGoing", null);
    expect(await toldIn(held)).toHaveLength(before);
  });
});

describe("what is told of a Wrapping Key", () => {
  it("is where it went, what did not come back, and where the keystore stands", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const before = (await toldIn(held)).length;
    const at = (name: string) => join(held.folder, name);
    const file = (name: string) => ({ delivery: { way: "file", path: at(name) }, order: null }) as const;
    await writeFile(at("wrapping-key.txt"), "somebody else's");
    await held.must("deliver", file("wrapping-key.txt"));
    await held.must("deliver", file("gone/key.txt"));
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    await held.must("answerKeyPrinted", { cameOut: false });
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    await held.must("answerKeyPrinted", { cameOut: true });
    await held.must("enterWrappingKey", { text: "5e".repeat(32) });
    const sheet = held.printed.at(-1);
    const lines = sheet?.kind === "wrapping-key" ? sheet.lines : [];
    await held.must("enterWrappingKey", {
      text: lines.map(({ groups, check }) => [...groups, check].join("")).join("\n"),
    });
    await writeFile(at("keystore.json"), "somebody else's");
    await held.must("keyBagged", { bag: bagged("K-1") });
    await rm(at("keystore.json"));
    await held.must("writeKeystore", { path: at("keystore.json") });
    await held.must("copyKeystore", { path: at("keystore.json") });
    await held.must("copyKeystore", { path: at("second.json") });
    const sent = { way: "sheet", printer: "Paper", reach: "local" };
    const told = (await toldIn(held)).slice(before);
    expect(told).toEqual([
      ["wrapping-key.sent", "app", { way: "file", path: at("wrapping-key.txt") }],
      [
        "wrapping-key.not-delivered",
        "app",
        { way: "file", path: at("wrapping-key.txt"), code: "file.exists" },
      ],
      ["wrapping-key.sent", "app", { way: "file", path: at("gone/key.txt") }],
      [
        "wrapping-key.not-delivered",
        "app",
        { way: "file", path: at("gone/key.txt"), code: "file.folder-missing" },
      ],
      ["wrapping-key.sent", "app", sent],
      ["wrapping-key.delivered", "app", sent],
      ["wrapping-key.not-come-out", "the operator", {}],
      ["wrapping-key.sent", "app", sent],
      ["wrapping-key.delivered", "app", sent],
      ["wrapping-key.refused", "the operator", { code: "ceremony.key-read-back" }],
      ["wrapping-key.read-back", "the operator", { by: "lines" }],
      ["bag.sealed", "the operator", { number: "K-1" }],
      ["keystore.not-written", "app", { code: "file.exists" }],
      [
        "keystore.written",
        "app",
        {
          path: at("keystore.json"),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          generation: 1,
          keptAs: null,
        },
      ],
      ["keystore.not-copied", "app", { code: "file.exists" }],
      ["keystore.copied", "app", { path: at("second.json") }],
    ]);
  });
});

describe("what is told of a quorum", () => {
  it("is who came, who was refused and why, and what was searched for", async () => {
    const held = await holdRoom({ searchShare: async (entered, known) => searchHere(entered, known) });
    const vault = await makeVaultFile(held.folder);
    const other = await makeVaultFile((await holdRoom()).folder);
    await held.must("openKeystore", { path: vault.path });
    await held.must("startRenewal", { kind: "recover" });
    const why = { reason: "Lost", authorisation: "The board", opener: "quorum" as const, destroyed: [] };
    await held.must("planReason", { ...why, idleMinutes: 15 });
    await held.must("planPeople", { ...people, custodians: [] });
    await held.must("planKey", { bits: 256 });
    const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
    await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
    await acceptAndOpen(held);
    await held.must("enterShare", null);
    await held.must("enterWords", { position: 1, text: other.sheets[0]?.qr ?? "" });
    await held.must("enterWords", { position: 1, text: "zzz" });
    const unread = vault.sheets[1]?.words.map((word, at) => (at === 8 ? "?" : word)).join(" ") ?? "";
    await held.must("enterWords", { position: 1, text: unread });
    await held.must("takeRepair", { offer: 0 });
    await held.must("shareBagged", { opened: "O", sealed: null });
    await giveShare(held, vault, 1);
    await held.must("leaveEntry", null);
    expect(await toldIn(held)).toEqual([
      ["share.refused", "a custodian", { code: expect.stringMatching(/^share\./) }],
      ["share.refused", "a custodian", { code: "share.unknown-words" }],
      ["share.searched", "a custodian", { offered: 1 }],
      ["share.entered", "Chen", { index: 2, how: "repaired" }],
      ["bag.opened", "Chen", { index: 2, number: "O" }],
      ["bag.none", "Chen", { index: 2 }],
      ["share.refused", "a custodian", { code: "share.repeated" }],
    ]);
  });

  it("of a damaged keystore is what it proved, or that it opened nothing", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held, vault, keystore } = damaged;
    const other = await makeVaultFile((await holdRoom()).folder);
    await planRecovery(damaged, damaged.fingerprint);
    for (const at of [0, 1]) await giveShare(held, other, at);
    for (const at of [0, 1]) await giveShare(held, vault, at);
    await held.must("confirmNames", { vaultName: " ", custodians: ["Clara", "Chen", "Cosima"] });
    await held.must("confirmNames", { vaultName: "Payments", custodians: ["Clara", "Chen", "Cosima"] });
    const told = (await toldIn(held)).filter(([event]) => /^(quorum|names)\./.test(event));
    expect(told).toEqual([
      ["quorum.refused", "app", { code: "share.does-not-open" }],
      ["quorum.proven", "app", { shareSet: keystore.shareSet.id, threshold: 2 }],
      ["names.refused", "Ada Admin", { code: "plan.vault-name" }],
      [
        "names.confirmed",
        "Ada Admin",
        { vaultName: "Payments", custodians: ["Clara", "Chen", "Cosima"], sharedRoles: [] },
      ],
    ]);
  });

  it("names a custodian who came twice, after everything was forgotten, once among those who sign", async () => {
    const held = await holdRoom();
    const vault = await makeVaultFile(held.folder);
    await held.must("openKeystore", { path: vault.path });
    await held.must("startRenewal", { kind: "recover" });
    const why = { reason: "Lost", authorisation: "The board", opener: "quorum" as const, destroyed: [] };
    await held.must("planReason", { ...why, idleMinutes: 15 });
    await held.must("planPeople", { ...people, custodians: [] });
    await held.must("planKey", { bits: 256 });
    const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
    await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
    await acceptAndOpen(held);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await giveShare(held, vault, 0);
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    vi.useRealTimers();
    await giveShare(held, vault, 0);
    await giveShare(held, vault, 1);
    await held.must("deliver", { delivery, order: null });
    await held.must("skipSecondCopy", null);
    await held.must("removeOldKeystore", null);
    expect(held.at("sign-off").signers.slice(2)).toEqual([
      { name: "Carla", roles: ["custodian"], said: "open" },
      { name: "Chen", roles: ["custodian"], said: "open" },
    ]);
    const told = await toldIn(held);
    expect(told.filter(([event]) => event === "shares.forgotten")).toEqual([
      ["shares.forgotten", "app", { because: "unattended" }],
    ]);
    expect(told.at(-1)).toEqual([
      "old-keystore.removed",
      "Ada Admin",
      { path: join(held.folder, "vault.generation-1.json") },
    ]);
  });
});
