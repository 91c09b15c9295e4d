import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WrappingKeySheet } from "../../electron/contract/sheets";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import { bagged, signAndSeal } from "../unit/ceremony/held-frame";
import {
  type HeldRoom,
  handOver,
  holdRoom,
  ordered,
  planAndBegin,
  printShare,
} from "../unit/ceremony/held-room";

/** Every SecretBytes that was made since the test began. */
let made: SecretBytes[];

beforeEach(() => {
  made = [];
  const { random, copyOf } = SecretBytes;
  const keep = (secret: SecretBytes) => {
    made.push(secret);
    return secret;
  };
  // `take` makes its copy with `copyOf`; there is no fourth way.
  vi.spyOn(SecretBytes, "random").mockImplementation((length) => keep(random.call(SecretBytes, length)));
  vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => keep(copyOf.call(SecretBytes, bytes)));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const alive = () => made.filter(({ wiped }) => !wiped).map(({ length }) => length);
const toFile = ({ folder }: HeldRoom, name = "wrapping-key.txt") =>
  ({ delivery: { way: "file", path: join(folder, name) }, order: null }) as const;

/** A room in which all five shares are proven. */
async function proven(): Promise<HeldRoom> {
  const held = await holdRoom();
  await planAndBegin(held);
  for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
  return held;
}

async function abort(held: HeldRoom): Promise<void> {
  await held.must("askAbort", null);
  await held.must("abort", null);
  held.at("aborted");
}

describe("every secret is wiped", () => {
  it("at the end of a ceremony whose Wrapping Key went into a file", async () => {
    const held = await proven();
    // The Wrapping Key, and the seed of the record's key.
    expect(alive()).toEqual([32, 32]);
    await held.must("deliver", toFile(held));
    held.at("second-copy");
    // The record is not sealed yet.
    expect(alive()).toEqual([32]);
    await held.must("skipSecondCopy", null);
    await signAndSeal(held);
    expect(alive()).toEqual([]);
    expect(made.length).toBeGreaterThan(50);
  });

  it("at the end of a ceremony whose Wrapping Key went on paper and was mistyped first", async () => {
    const held = await proven();
    // Its file was planned: only where that fails may it go on paper.
    await writeFile(join(held.folder, "wrapping-key.txt"), "somebody else's");
    await held.must("deliver", toFile(held));
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    await held.must("answerKeyPrinted", { cameOut: true });
    await held.must("enterWrappingKey", { text: "5e".repeat(32) });
    await held.must("enterWrappingKey", { text: "5e" });
    const { lines } = held.printed.at(-1) as WrappingKeySheet;
    await held.must("enterWrappingKey", {
      text: lines.map(({ groups, check }) => [...groups, check].join("")).join("\n"),
    });
    await held.must("keyBagged", { bag: bagged("K-1") });
    held.at("second-copy");
    await held.must("skipSecondCopy", null);
    await signAndSeal(held);
    expect(alive()).toEqual([]);
  });

  it("of each share as soon as it was read back, whatever was entered before", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    const shares = () => alive().filter((length) => length === 39).length;
    expect(shares()).toBe(5);
    await printShare(held, 2);
    const sheet = held.printed.at(-1);
    if (sheet?.kind !== "share") throw new Error("No share sheet was printed.");
    const { words, qr } = sheet;
    for (const text of [
      "abandon ".repeat(31),
      "zoo zoo zoo zoo",
      [...words].reverse().join(" "),
      "KC1:",
      qr,
    ]) {
      await held.must("enterWords", { position: 1, text });
    }
    await held.must("enterWords", { position: 1, text: words.join(" ") });
    held.at("verified");
    expect(shares()).toBe(4);
    await abort(held);
    expect(alive()).toEqual([]);
  });

  it("after an abort at each step", async () => {
    const upTo: readonly ((held: HeldRoom) => Promise<unknown>)[] = [
      (held) => held.must("chooseShare", { index: 1 }),
      (held) => held.must("custodianReady", null),
      (held) => held.must("copyByHand", null),
      (held) => held.must("revealWords", { group: 0 }),
      (held) => held.must("copiedByHand", null),
      (held) => held.must("enterWords", { position: 5, text: "abandon ability" }),
      (held) => held.must("declareSpoiled", null),
    ];
    for (const [length] of upTo.entries()) {
      const held = await holdRoom();
      await planAndBegin(held);
      for (const step of upTo.slice(0, length + 1)) await step(held);
      await abort(held);
      expect(alive()).toEqual([]);
    }
  });

  it("after an abort where the keystore could not be written", async () => {
    const held = await proven();
    await writeFile(join(held.folder, "keystore.json"), "somebody else's");
    await held.must("deliver", toFile(held));
    held.at("not-written");
    expect(alive()).toEqual([32, 32, 32]);
    await abort(held);
    expect(alive()).toEqual([]);
  });

  it("after the app's end in the middle of a delivery that failed", async () => {
    const held = await proven();
    await writeFile(join(held.folder, "wrapping-key.txt"), "somebody else's");
    await held.must("deliver", toFile(held));
    await held.must("deliver", toFile(held, "gone/key.txt"));
    held.at("deliver");
    await held.room.leave();
    expect(alive()).toEqual([]);
  });

  it.each([1, 2, 3, 4])("when drawing random bytes fails at call %d", async (call) => {
    let calls = 0;
    const held = await holdRoom({
      random: (length) => {
        calls += 1;
        if (calls === call) throw new Error("No randomness");
        return SecretBytes.random(length);
      },
    });
    await planAndBegin(held);
    expect(held.at("aborted").problem).toMatchObject({ code: "internal" });
    expect(alive()).toEqual([]);
  });

  it("when a part of the making fails as a bug", async () => {
    const held = await holdRoom({
      now: (() => {
        let broken = false;
        return () => {
          const moment = new Date("2026-11-23T22:00:00.000Z");
          // It is written into the document as soon as the Recovery Key is split.
          moment.toISOString = () => {
            if (broken || !made.some(({ length }) => length === 39)) return "2026-11-23T22:00:00.000Z";
            broken = true;
            throw new Error("A bug.");
          };
          return moment;
        };
      })(),
    });
    await planAndBegin(held);
    expect(held.at("aborted").problem).toMatchObject({ code: "internal" });
    expect(alive()).toEqual([]);
  });
});
