import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { WrappingKeySheet } from "../../../electron/contract/sheets";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { openWithWrappingKey } from "../../../electron/keystore/open";
import { parseKeystore } from "../../../electron/keystore/parse";
import { bagged, closeRecord } from "./held-frame";
import { othersIn } from "./held-record";
import { begin, handOver, holdRoom, ordered, people, plan, planAndBegin, printShare } from "./held-room";

describe("a generation in the ceremony room", () => {
  it("ends with a keystore that the delivered Wrapping Key opens", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [4, 1, 5, 2, 3]) {
      expect(existsSync(join(held.folder, "keystore.json"))).toBe(false);
      await handOver(held, index);
    }
    held.at("deliver");
    await held.must("deliver", {
      delivery: { way: "file", path: join(held.folder, "wrapping-key.txt") },
      order: null,
    });
    held.at("second-copy");
    await held.must("copyKeystore", { path: join(held.folder, "second.json") });
    await closeRecord(held);
    expect(held.at("done").secondCopy).toBe(join(held.folder, "second.json"));

    const bytes = await readFile(join(held.folder, "keystore.json"));
    const keystore = parseKeystore(bytes);
    if (!keystore.ok) throw new Error(keystore.error.code);
    const text = await readFile(join(held.folder, "wrapping-key.txt"), "ascii");
    expect(text).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(join(held.folder, "wrapping-key.txt"))).mode & 0o777).toBe(0o600);
    const opened = openWithWrappingKey(keystore.value, SecretBytes.take(Buffer.from(text, "hex")));
    expect(opened.ok).toBe(true);
    expect(await readFile(join(held.folder, "second.json"))).toEqual(bytes);
    expect(await othersIn(held.folder)).toEqual(["keystore.json", "second.json", "wrapping-key.txt"]);
    expect(keystore.value.shareSet.shares.map(({ custodian }) => custodian)).toEqual(people.custodians);
    await held.must("goHome", null);
    expect(held.view().page).toEqual({ at: "home", unfinished: null });
  });

  it("delivers the Wrapping Key on paper and takes it back as it was typed", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    // The file that was planned fails.
    const planned = { way: "file", path: join(held.folder, "wrapping-key.txt") } as const;
    await writeFile(planned.path, "somebody else's");
    await held.must("deliver", { delivery: planned, order: null });
    await unlink(planned.path);
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    await held.must("answerKeyPrinted", { cameOut: true });
    const sheet = held.printed.at(-1) as WrappingKeySheet;
    const typed = sheet.lines.map(({ groups, check }) => [...groups, check].join(" ")).join("\n");
    await held.must("enterWrappingKey", { text: typed.replace(/^./, (one) => (one === "0" ? "1" : "0")) });
    expect(held.at("key-read-back").problem).toEqual({ code: "wrapping-key.line-check", line: 1 });
    await held.must("enterWrappingKey", { text: typed.toUpperCase() });
    held.at("key-bag");
    expect(existsSync(join(held.folder, "keystore.json"))).toBe(false);
    await held.must("keyBagged", { bag: bagged("n-5") });
    expect(held.at("key-bag").problem).toEqual({ code: "bag.used" });
    await held.must("keyBagged", { bag: bagged("K-1") });
    held.at("second-copy");
    expect(existsSync(join(held.folder, "wrapping-key.txt"))).toBe(false);
  });

  it("leaves nothing behind when it is aborted, and says which sheets to destroy", async () => {
    const held = await holdRoom();
    await planAndBegin(held, true);
    await held.must("chooseShare", { index: 2 });
    await held.must("custodianReady", null);
    await held.must("printShare", ordered("pdf-folder"));
    expect(await readdir(join(held.folder, "sheets"))).toEqual(["share-2.pdf"]);
    expect(held.room.mayClose()).toBe(false);
    expect(held.view().asking).toEqual({ what: "abort" });
    await held.must("abort", null);
    expect(held.at("aborted").destroy.map(({ custodian }) => custodian)).toEqual(["Chen"]);
    expect(await othersIn(held.folder)).toEqual([]);
    expect(held.room.mayClose()).toBe(true);
  });

  it("goes on where it was when the question to abort is answered with no", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await held.must("askAbort", null);
    expect(await held.send("chooseShare", { index: 1 })).toEqual({
      ok: false,
      error: { code: "ceremony.not-now" },
    });
    await held.must("keepGoing", null);
    held.at("distribute");
    expect(held.view().asking).toBe(null);
  });

  it("refuses a stale command and changes nothing", async () => {
    const held = await holdRoom();
    const { revision } = held.view();
    await held.must("startGenerate", { practice: false });
    const stamp = { ceremonyId: held.view().ceremonyId, revision };
    const before = held.view();
    expect(await held.room.answer("planVault", stamp, { vaultName: "V" })).toEqual({
      ok: false,
      error: { code: "ceremony.stale" },
    });
    expect(held.view()).toBe(before);
  });

  it("takes quickly typed words one after another under one stamp", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await printShare(held, 1);
    const sheet = held.printed.at(-1);
    if (sheet?.kind !== "share") throw new Error("No share sheet was printed.");
    const answers = sheet.words.map((text, at) => held.send("enterWords", { position: at + 1, text }));
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
    held.at("verified");
  });

  it("keeps the keystore's place open to change when it cannot be written", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    await writeFile(join(held.folder, "keystore.json"), "somebody else's");
    await held.must("deliver", {
      delivery: { way: "file", path: join(held.folder, "wrapping-key.txt") },
      order: null,
    });
    expect(held.at("not-written").problem).toMatchObject({ code: "file.exists" });
    expect(await readFile(join(held.folder, "keystore.json"), "utf8")).toBe("somebody else's");
    await mkdir(join(held.folder, "other"));
    await held.must("writeKeystore", { path: join(held.folder, "other", "keystore.json") });
    expect(held.at("second-copy").plan.keystorePath).toBe(join(held.folder, "other", "keystore.json"));
    expect(await othersIn(held.folder)).toEqual([
      "keystore.json",
      "other",
      "unfinished.json",
      "wrapping-key.txt",
    ]);
    expect(await readdir(join(held.folder, "other"))).toEqual(["keystore.json"]);
  });

  it("holds the lock of the place it writes to, wherever it was sent before", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const keystorePath = join(held.folder, "keystore.json");
    await writeFile(keystorePath, "somebody else's");
    const delivery = { way: "file", path: join(held.folder, "wrapping-key.txt") } as const;
    await held.must("deliver", { delivery, order: null });
    await mkdir(join(held.folder, "other"));
    const other = join(held.folder, "other", "keystore.json");
    await writeFile(`${other}.lock`, "not a lock");
    await held.must("writeKeystore", { path: other });
    expect(held.at("not-written").problem).toMatchObject({ code: "file.locked" });
    expect(existsSync(`${keystorePath}.lock`)).toBe(true);
    await unlink(`${other}.lock`);
    await held.must("writeKeystore", { path: other });
    held.at("second-copy");
    expect(existsSync(`${keystorePath}.lock`)).toBe(false);
    expect(await readdir(join(held.folder, "other"))).toEqual(["keystore.json"]);
  });

  it("refuses a keystore and a Wrapping Key at one path, and asks before they share a medium", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await held.must("planVault", { vaultName: "V" });
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await held.must("planKey", { bits: 192 });
    const keystorePath = join(held.folder, "k.json");
    const delivery = { way: "file", path: keystorePath } as const;
    await held.must("planPlaces", { keystorePath, delivery, sharedMediumAccepted: true });
    expect(held.at("places").problem).toEqual({ code: "plan.same-path", path: keystorePath });
    const elsewhere = { way: "file", path: join(held.folder, "w.txt") } as const;
    await held.must("planPlaces", { keystorePath, delivery: elsewhere, sharedMediumAccepted: false });
    expect(held.at("places").problem).toEqual({ code: "plan.confirm-shared-medium" });
    await held.must("planPlaces", { keystorePath, delivery: elsewhere, sharedMediumAccepted: true });
    expect(held.at("review").plan.notes).toContain("same-medium");
  });

  it("wipes and clears when the app ends in the middle", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await printShare(held, 1);
    await held.room.leave();
    expect(await othersIn(held.folder)).toEqual([]);
  });
});

/** The folder stays and something else is mounted on it, as when a stick is swapped for another. */
function swapMedium(folder: string, skip: (reason: string) => void): () => void {
  const mounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", folder]);
  if (mounted.status !== 0) skip(`mounting a medium failed: ${mounted.stderr}`);
  const unmount = () => {
    spawnSync("umount", [folder]);
  };
  onTestFinished(unmount);
  return unmount;
}

describe("a medium that is another one when it is written to", () => {
  it("is named before the Wrapping Key is written, and used only when a person tries again", async (test) => {
    const held = await holdRoom();
    const folder = join(held.folder, "medium");
    await mkdir(folder);
    await plan(held, false, held.folder, folder);
    await begin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    swapMedium(folder, test.skip);
    const delivery = { way: "file", path: join(folder, "wrapping-key.txt") } as const;
    await held.must("deliver", { delivery, order: null });
    expect(held.at("deliver").problem).toEqual({ code: "file.other-medium", path: delivery.path });
    expect(await readdir(folder)).toEqual([]);
    await held.must("deliver", { delivery, order: null });
    held.at("second-copy");
    expect(await readdir(folder)).toEqual(["wrapping-key.txt"]);
  });

  it("halts the ceremony where it takes the record away, until that is there again", async (test) => {
    const held = await holdRoom();
    const folder = join(held.folder, "medium");
    await mkdir(folder);
    await planAndBegin(held, false, folder);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const unmount = swapMedium(folder, test.skip);
    const delivery = { way: "file", path: join(folder, "wrapping-key.txt") } as const;
    await held.must("deliver", { delivery, order: null });
    expect(held.at("halted")).toMatchObject({
      committed: false,
      problem: { code: "proceedings.not-written", because: "file.missing" },
    });
    expect(await held.send("deliver", { delivery, order: null })).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual([]);
    unmount();
    await held.must("retryRecord", null);
    held.at("second-copy");
    expect(await othersIn(folder)).toEqual(["keystore.json", "wrapping-key.txt"]);
  });
});

describe("the page of the workstation", () => {
  it("shows what the preflight finds, and goes home again", async () => {
    const finding = { id: "swap", what: "Swap", found: "No swap is in use.", verdict: "good" } as const;
    const held = await holdRoom({ preflight: async () => [finding] });
    await held.must("lookAtWorkstation", null);
    expect(held.view().page).toEqual({ at: "workstation", findings: [finding] });
    await held.must("goHome", null);
    await held.must("startGenerate", { practice: true });
    expect(await held.send("lookAtWorkstation", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
  });
});
