import type { ShareProgress, SpoiledCause } from "../../contract/ceremony-views";
import type { Failure } from "../../contract/errors";
import type { Printers } from "../../contract/printers";
import { noPrinters } from "../../contract/printers";
import { assertNever } from "../../contract/result";
import { choosePrinter, choosePrinterOfBlank } from "../choose-printer";
import { withBags } from "../proceedings/bags";
import { abort, abortable } from "./aborting";
import type { CeremonyEvent } from "./events";
import type { Distributing, Run } from "./state";
import { notNow, type Step } from "./step";

type At<S extends Distributing["step"]> = Extract<Distributing, { step: S }>;

const nothingFilled: readonly boolean[] = new Array(31).fill(false);

/** The custodians' part, one at a time: hand over, sheet, read-back. Nobody passes without a read-back. Pure. */
export function distributing(state: Distributing, event: CeremonyEvent): Step {
  switch (state.step) {
    case "distribute":
      return event.type === "choose" ? choose(state.run, event.index, state) : notNow(state);
    case "hand-over":
      return handOver(state, event);
    case "sheet":
      return sheet(state, event);
    case "printing":
      return event.type === "print-ended" ? printEnded(state, event) : notNow(state);
    case "printed":
      if (event.type !== "answer-printed") return notNow(state);
      return event.cameOut ? readBackOf(state, false) : spoil(state, "no-page", false);
    case "copy":
      return event.type === "copied-by-hand" ? readBackOf(state, true) : notNow(state);
    case "read-back":
      return readBack(state, event);
    case "spoiled":
      // The sheet is good after all, or the page came out: then it is read back.
      if (event.type === "back") return readBackOf(state, state.copiedByHand);
      return event.type === "answer-spoiled" ? spoiled(state, event.seenByOthers) : notNow(state);
    case "verified":
      return event.type === "share-handled" ? handled(state, event.result) : notNow(state);
    default:
      return assertNever(state);
  }
}

function choose(run: Run, index: number, state: Distributing): Step {
  const share = run.shares[index - 1];
  if (share === undefined || share.verified) return notNow(state);
  return { state: { step: "hand-over", run, index, listing: false } };
}

function handOver(state: At<"hand-over">, event: CeremonyEvent): Step {
  const { run, index } = state;
  if (state.listing) {
    if (event.type !== "printers") return notNow(state);
    return { state: atSheet({ run, index, printers: event.printers }) };
  }
  if (event.type === "custodian-ready") {
    return { state: { ...state, listing: true }, task: { do: "list-printers", plan: run.plan } };
  }
  return event.type === "leave-share" ? { state: { step: "distribute", run } } : notNow(state);
}

function sheet(state: At<"sheet">, event: CeremonyEvent): Step {
  const { run, index, printers } = state;
  if (state.listing) {
    if (event.type !== "printers") return notNow(state);
    return { state: { ...state, printers: event.printers, listing: false } };
  }
  switch (event.type) {
    case "find-printers":
      return {
        state: { ...state, listing: true, problem: null },
        task: { do: "list-printers", plan: run.plan },
      };
    case "print":
    case "print-blank":
      return print(state, event);
    case "copy-by-hand":
      return { state: { step: "copy", run: oneMoreCopy(run, index), index, printers } };
    case "leave-share":
      // With a copy on paper the read-back comes first: nobody leaves with an unproven sheet.
      return shareAt(run, index).copies === 0 ? { state: { step: "distribute", run } } : notNow(state);
    default:
      return notNow(state);
  }
}

function print(state: At<"sheet">, event: Extract<CeremonyEvent, { type: "print" | "print-blank" }>): Step {
  const { index, printers } = state;
  const blank = event.type === "print-blank";
  const choose = blank ? choosePrinterOfBlank : choosePrinter;
  const chosen = choose(printers, state.run.setup, event);
  if (!chosen.ok) return { state: { ...state, problem: chosen.error } };
  const { printer, setup } = chosen.value;
  const run: Run = { ...state.run, setup };
  return {
    state: { step: "printing", run, index, printer, printers, blank },
    task: { do: blank ? "print-blank" : "print-share", index, run, printer },
  };
}

function printEnded(state: At<"printing">, event: Extract<CeremonyEvent, { type: "print-ended" }>): Step {
  const { run, index, printer, printers, blank } = state;
  if (event.result.ok) {
    if (blank) return { state: { ...atSheet(state), blankPrinted: true } };
    const traces = event.result.value;
    return { state: { step: "printed", run: oneMoreCopy(run, index), index, printer, printers, traces } };
  }
  const problem = event.result.error;
  if (blank || !mayHavePrinted(problem)) return { state: { ...atSheet(state), problem } };
  // Whatever failed, a part of the page or all of it may still come out: it is accounted for like a page.
  return spoil({ run: oneMoreCopy(run, index), index, printers }, "no-page", false, problem);
}

function readBack(state: At<"read-back">, event: CeremonyEvent): Step {
  switch (event.type) {
    case "entry":
      return entered(state, event);
    case "spoil":
      return spoil(state, event.cause, state.copiedByHand);
    default:
      return notNow(state);
  }
}

function entered(state: At<"read-back">, event: Extract<CeremonyEvent, { type: "entry" }>): Step {
  const { run, index } = state;
  const { filled, asked } = event;
  switch (event.verdict.kind) {
    case "incomplete":
      return { state: { ...state, filled, asked, problem: event.verdict.problem } };
    case "refused":
      return { state: { ...state, filled, asked, problem: event.verdict.failure } };
    case "matches":
      return {
        state: {
          step: "verified",
          run: present(
            change(run, index, (share) => ({ ...share, verified: true })),
            index,
          ),
          index,
          problem: null,
        },
      };
    default:
      return assertNever(event.verdict);
  }
}

function spoiled(state: At<"spoiled">, seenByOthers: boolean): Step {
  const { run, index, printers } = state;
  // Whoever saw the share holds it: the set can no longer be trusted, so there is nothing to go on with.
  if (seenByOthers) return abort(abortable(run), null);
  const destroyed = change(run, index, (share) => ({
    ...share,
    copies: share.copies - 1,
    spoiled: share.spoiled + 1,
  }));
  return { state: atSheet({ run: destroyed, index, printers }) };
}

function handled(
  state: At<"verified">,
  bag: Extract<CeremonyEvent, { type: "share-handled" }>["result"],
): Step {
  if (!bag.ok) return { state: { ...state, problem: bag.error } };
  const run: Run = {
    ...state.run,
    bags: withBags(state.run.bags, `new ${state.index}`, { opened: null, sealed: bag.value }),
  };
  if (run.shares.some(({ verified }) => !verified)) return { state: { step: "distribute", run } };
  return afterShares(run);
}

/** Every share that was made is proven: the Wrapping Key leaves, or in a reshare the keystore is written at once. */
export function afterShares(run: Run): Step {
  if (run.plan.renews?.kind === "reshare") {
    const path = run.plan.keystorePath;
    return { state: { step: "writing", run, path }, task: { do: "write", plan: run.plan, path } };
  }
  return {
    state: {
      step: "deliver",
      run,
      delivery: run.plan.delivery,
      elsewhere: false,
      printers: noPrinters,
      listing: true,
      problem: null,
    },
    task: { do: "list-printers", plan: run.plan },
  };
}

interface WithPaper {
  readonly run: Run;
  readonly index: number;
  readonly printers: Printers;
}

function atSheet({ run, index, printers }: WithPaper): At<"sheet"> {
  return { step: "sheet", run, index, printers, listing: false, blankPrinted: false, problem: null };
}

function spoil(
  { run, index, printers }: WithPaper,
  cause: SpoiledCause,
  copiedByHand: boolean,
  problem: Failure | null = null,
): Step {
  return { state: { step: "spoiled", run, index, printers, cause, copiedByHand, problem } };
}

function readBackOf({ run, index, printers }: WithPaper, copiedByHand: boolean): Step {
  return {
    state: {
      step: "read-back",
      run,
      index,
      printers,
      copiedByHand,
      filled: nothingFilled,
      asked: null,
      problem: null,
    },
  };
}

/** Share `index`'s custodian has taken part; in a reshare they may have before, with an old share. */
function present(run: Run, index: number): Run {
  const { custodian } = shareAt(run, index);
  return run.present.includes(custodian) ? run : { ...run, present: [...run.present, custodian] };
}

function oneMoreCopy(run: Run, index: number): Run {
  return change(run, index, (share) => ({ ...share, copies: share.copies + 1 }));
}

function change(run: Run, index: number, by: (share: ShareProgress) => ShareProgress): Run {
  return { ...run, shares: run.shares.map((share) => (share.index === index ? by(share) : share)) };
}

/** Whether a part of a page, or all of it, may come out although its printing failed. */
export function mayHavePrinted({ code }: Failure): boolean {
  return code === "print.failed" || code === "print.not-finished";
}

/** The progress of share `index` (1..n). */
export function shareAt(run: Run, index: number): ShareProgress {
  const share = run.shares[index - 1];
  if (share === undefined) throw new Error(`No share ${index}`);
  return share;
}
