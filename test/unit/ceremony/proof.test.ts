import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Effects } from "../../../electron/ceremony/effects";
import { fail } from "../../../electron/contract/result";
import type { ProofSheet } from "../../../electron/contract/sheets";
import { othersIn } from "./held-record";
import { acceptAndOpen, begin, type HeldRoom, holdRoom, ordered, plan } from "./held-room";

/** Prints a proof page and gives what stands on it. */
async function printProof(held: HeldRoom, printer = "paper"): Promise<ProofSheet> {
  await held.must("printProof", ordered(printer));
  held.at("proof-read");
  return held.printed.at(-1) as ProofSheet;
}

describe("a printer's proof", () => {
  it("is passed with what stands on the page that was printed last, and begins the ceremony only then", async () => {
    const held = await holdRoom();
    await plan(held);
    await acceptAndOpen(held);
    const first = await printProof(held);
    await held.must("proveAgain", null);
    const last = await printProof(held);
    await held.must("enterProof", { text: first.qr });
    expect(held.at("proof-read").problem).toEqual({ code: "print.proof-code" });
    expect(await held.send("begin", null)).toEqual(fail({ code: "ceremony.not-now" }));
    await held.must("enterProof", { text: last.words.join(" ") });
    expect(held.at("proven")).toMatchObject({ printer: { id: "paper" }, traces: { job: "gone" } });
    await held.must("begin", null);
    held.at("distribute");
  });

  it("is in no view: who says it has read the page", async () => {
    const prove = async () => {
      const held = await holdRoom();
      await plan(held);
      await acceptAndOpen(held);
      const { words, qr } = await printProof(held);
      await held.must("enterProof", { text: qr });
      held.at("proven");
      const text = JSON.stringify(held.views);
      return { words, qr, text, said: new Set(text.match(/[a-z]+/g)) };
    };
    const [one, other] = [await prove(), await prove()];
    expect(one.text).not.toContain(one.qr);
    // Some words of the list, such as "job", are said by every room's views.
    const telling = one.words.filter((word) => !other.said.has(word));
    expect(telling.length).toBeGreaterThan(0);
    expect(telling.filter((word) => one.said.has(word))).toEqual([]);
  });

  it("of a rehearsal's PDF files goes with the ceremony", async () => {
    const held = await holdRoom();
    await plan(held, true);
    await acceptAndOpen(held);
    await printProof(held, "pdf-folder");
    expect(await readdir(join(held.folder, "sheets"))).toEqual(["proof.pdf"]);
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(await othersIn(held.folder)).toEqual([]);
  });
});

describe("a page that does not come", () => {
  /** A printer that never finishes, until it is told to stop. */
  const jammed: Effects["printing"] = {
    list: async () => ({
      found: [{ id: "paper", name: "Paper", kind: "queue", reach: "local" }],
      silent: false,
    }),
    print: (_sheet, _printer, stop) =>
      new Promise((resolve) => {
        const cancelled = fail({ code: "print.not-finished", job: "Paper-1", cancelled: true } as const);
        stop.addEventListener("abort", () => resolve(cancelled));
      }),
    toPdf: () => Promise.reject(new Error("Nothing is written here.")),
  };

  async function printing(): Promise<{ held: HeldRoom; printed: Promise<unknown> }> {
    const held = await holdRoom({ printing: jammed });
    await plan(held);
    await begin(held);
    await held.must("chooseShare", { index: 1 });
    await held.must("custodianReady", null);
    const printed = held.send("printShare", ordered("paper"));
    held.at("printing");
    return { held, printed };
  }

  it("is waited for until a person stops it, and is accounted for", async () => {
    const { held, printed } = await printing();
    await held.must("stopPrinting", null);
    await printed;
    expect(held.at("spoiled")).toMatchObject({ cause: "no-page", problem: { code: "print.not-finished" } });
    expect(await held.send("stopPrinting", null)).toEqual(fail({ code: "ceremony.not-now" }));
  });

  it("keeps no abort waiting, which names it", async () => {
    const { held, printed } = await printing();
    await held.must("askAbort", null);
    await held.must("abort", null);
    await printed;
    expect(held.at("aborted").destroy.map(({ index }) => index)).toEqual([1]);
  });
});
