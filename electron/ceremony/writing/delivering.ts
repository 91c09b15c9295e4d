import type { Failure } from "../../contract/errors";
import type { Delivery } from "../../contract/plan";
import type { Printers } from "../../contract/printers";
import type { DestroyedSheet } from "../../contract/renewal";
import { assertNever } from "../../contract/result";
import { choosePrinter } from "../choose-printer";
import { withBags } from "../proceedings/bags";
import { abort, withoutTraces } from "./aborting";
import { mayHavePrinted } from "./distributing";
import type { CeremonyEvent } from "./events";
import { toClosing } from "./framing";
import { keptAs } from "./plan";
import type { Delivering, Finished, Run } from "./state";
import { notNow, type Step } from "./step";

type At<S extends Delivering["step"]> = Extract<Delivering, { step: S }>;

/** A sheet on paper of a set that no longer counts. */
interface RetiredSheet extends DestroyedSheet {
  readonly custodian: string;
}

/** The Wrapping Key leaves, comes back from where it went, and only then is the keystore written. Pure. */
export function delivering(state: Delivering, event: CeremonyEvent): Step {
  switch (state.step) {
    case "deliver":
      return deliver(state, event);
    case "delivering":
      return event.type === "delivered" ? delivered(state, event) : notNow(state);
    case "key-printed":
      return event.type === "answer-key-printed" ? keyPrinted(state, event.cameOut) : notNow(state);
    case "key-read-back":
      return keyReadBack(state, event);
    case "key-bag":
      return keyBag(state, event);
    case "writing":
      return event.type === "written" ? written(state, event) : notNow(state);
    case "not-written":
      return event.type === "write" ? writeAgain(state, event.path) : notNow(state);
    case "second-copy":
      return secondCopy(state, event);
    case "old-keystore":
      return oldKeystore(state, event);
    case "old-sheets":
      return oldSheets(state, event);
    case "done":
      return notNow(state);
    default:
      return assertNever(state);
  }
}

function deliver(state: At<"deliver">, event: CeremonyEvent): Step {
  const { run } = state;
  if (state.listing) {
    return event.type === "printers" ? { state: listed(state, event.printers) } : notNow(state);
  }
  if (event.type === "find-printers") {
    return { state: { ...state, listing: true }, task: { do: "list-printers", plan: run.plan } };
  }
  if (event.type !== "deliver" || isOtherThanPlanned(state, event.delivery)) return notNow(state);
  return leave(state, event);
}

/** Where no printer is there, paper has failed. */
function listed(state: At<"deliver">, printers: Printers): At<"deliver"> {
  const failed = state.run.plan.delivery.way === "sheet" && printers.found.length === 0;
  return { ...state, printers, listing: false, elsewhere: state.elsewhere || failed };
}

/** Where the key goes is a part of the plan that was frozen: only once that has failed may it go elsewhere. */
function isOtherThanPlanned({ run, elsewhere }: At<"deliver">, delivery: Delivery): boolean {
  const { delivery: planned } = run.plan;
  if (elsewhere) return false;
  const sameFile = delivery.way === "file" && planned.way === "file" && delivery.path === planned.path;
  return !sameFile && !(delivery.way === "sheet" && planned.way === "sheet");
}

function leave(state: At<"deliver">, { delivery, order }: Extract<CeremonyEvent, { type: "deliver" }>): Step {
  const { run, printers } = state;
  if (delivery.way === "file") {
    return {
      state: { step: "delivering", run, delivery, printers, printer: null },
      task: { do: "deliver-file", plan: run.plan, path: delivery.path },
    };
  }
  const chosen = choosePrinter(printers, run.setup, order);
  // A printer that was not chosen well has not failed.
  if (!chosen.ok) return { state: { ...state, delivery, problem: chosen.error } };
  const { printer, setup } = chosen.value;
  const set: Run = { ...run, setup };
  return {
    state: { step: "delivering", run: set, delivery, printers, printer },
    task: { do: "print-key", run: set, printer },
  };
}

function delivered(state: At<"delivering">, event: Extract<CeremonyEvent, { type: "delivered" }>): Step {
  const { run, delivery, printers, printer } = state;
  if (!event.result.ok) {
    const problem = event.result.error;
    const told = afterFailedPrint(afterTelling(run, problem, { ...run.plan.media, key: null }), problem);
    const again = { step: "deliver", delivery, elsewhere: true, printers, listing: false } as const;
    return { state: { ...again, run: told, problem } };
  }
  const agreed: Run = { ...run, plan: { ...run.plan, delivery } };
  if (printer === null) return write(agreed, run.plan.keystorePath);
  const printed: Run = { ...agreed, keySheets: run.keySheets + 1 };
  return { state: { step: "key-printed", run: printed, printer, printers, traces: event.result.value } };
}

function keyPrinted(state: At<"key-printed">, cameOut: boolean): Step {
  const { run, printers } = state;
  if (cameOut) return { state: { step: "key-read-back", run, printers, asked: null, problem: null } };
  return { state: backToDeliver(run, printers) };
}

function keyReadBack(state: At<"key-read-back">, event: CeremonyEvent): Step {
  const { run, printers } = state;
  if (event.type === "key-code" && state.asked === null) {
    return { state: { ...state, asked: event.asked, problem: null } };
  }
  if (event.type === "key-entry") {
    if (!event.result.ok) return { state: { ...state, problem: event.result.error } };
    return { state: { step: "key-bag", run, problem: null } };
  }
  return event.type === "back" ? { state: backToDeliver(run, printers) } : notNow(state);
}

function keyBag(state: At<"key-bag">, event: CeremonyEvent): Step {
  if (event.type !== "key-bagged") return notNow(state);
  if (!event.result.ok) return { state: { ...state, problem: event.result.error } };
  const run: Run = {
    ...state.run,
    bags: withBags(state.run.bags, "key", { opened: null, sealed: event.result.value }),
  };
  return write(run, run.plan.keystorePath);
}

function backToDeliver(run: Run, printers: Printers): At<"deliver"> {
  const delivery: Delivery = { way: "sheet" };
  return { step: "deliver", run, delivery, elsewhere: true, printers, listing: false, problem: null };
}

function write(run: Run, path: string): Step {
  return { state: { step: "writing", run, path }, task: { do: "write", plan: run.plan, path } };
}

/** A new vault's keystore can go elsewhere. A renewal replaces one where it stands. */
function writeAgain({ run }: At<"not-written">, path: string): Step {
  return write(run, run.plan.renews === null ? path : run.plan.keystorePath);
}

function written(state: At<"writing">, event: Extract<CeremonyEvent, { type: "written" }>): Step {
  if (!event.result.ok) {
    const problem = event.result.error;
    // The new keystore may stand there: what was delivered for it is kept, and nothing is tried again.
    if (problem.code === "file.not-put-back") return abort(withoutTraces(state.run), problem);
    const told = afterTelling(state.run, problem, { ...state.run.plan.media, keystore: null });
    return { state: { step: "not-written", run: told, path: state.path, problem } };
  }
  const { path: keystorePath, told = [] } = event.result.value;
  const run: Run = { ...state.run, plan: { ...state.run.plan, keystorePath }, told };
  return { state: { step: "second-copy", run, copying: false, problem: null } };
}

function secondCopy(state: At<"second-copy">, event: CeremonyEvent): Step {
  const { run } = state;
  if (state.copying) {
    if (event.type !== "keystore-copied") return notNow(state);
    if (!event.result.ok) {
      const problem = event.result.error;
      return {
        state: { ...state, run: afterTelling(run, problem, run.plan.media), copying: false, problem },
      };
    }
    return copied(run, event.result.value);
  }
  switch (event.type) {
    case "copy-keystore":
      return {
        state: { ...state, copying: true, problem: null },
        task: { do: "copy-keystore", plan: run.plan, path: event.path },
      };
    case "skip-second-copy":
      return copied(run, null);
    default:
      return notNow(state);
  }
}

/** A renewal ends with the keystore that it replaced; a generation has replaced none. */
function copied(run: Run, secondCopy: string | null): Step {
  const old = keptAs(run.plan);
  if (old === null) return { state: toClosing({ run, secondCopy, keptAs: null }) };
  return { state: { step: "old-keystore", run, secondCopy, keptAs: old, removing: false, problem: null } };
}

/** The old keystore stays until a person says that the vault runs on the new one. */
function oldKeystore(state: At<"old-keystore">, event: CeremonyEvent): Step {
  const { run, secondCopy, keptAs: old } = state;
  if (state.removing) {
    if (event.type !== "old-removed") return notNow(state);
    if (!event.result.ok) return { state: { ...state, removing: false, problem: event.result.error } };
    return afterOldKeystore({ run, secondCopy, keptAs: null });
  }
  if (event.type !== "old-keystore") return notNow(state);
  if (!event.remove) return afterOldKeystore({ run, secondCopy, keptAs: old });
  return { state: { ...state, removing: true, problem: null }, task: { do: "remove-old" } };
}

/** A reshare asks for the sheets that it retired. The others have left every sheet as it was. */
function afterOldKeystore(after: Finished): Step {
  const asks = after.run.plan.renews?.kind === "reshare";
  return { state: asks ? { step: "old-sheets", ...after } : toClosing(after) };
}

/** What was seen destroyed stands in this record; the keystore is written, and its next generation will say it. */
function oldSheets(state: At<"old-sheets">, event: CeremonyEvent): Step {
  const { run, secondCopy, keptAs: old } = state;
  if (event.type !== "old-sheets") return notNow(state);
  const retired = retiredSheets(run.plan);
  const isKnown = (index: number) => retired.some((sheet) => sheet.index === index);
  return event.destroyed.every(isKnown)
    ? { state: toClosing({ run, secondCopy, keptAs: old }) }
    : notNow(state);
}

/** The sheets of the set that a reshare retires, by the keystore that it replaced; none in any other ceremony. */
export function retiredSheets({ renews }: Run["plan"]): readonly RetiredSheet[] {
  if (renews?.kind !== "reshare") return [];
  const { setId, custodians } = renews.keystore;
  return custodians.map(({ index, name }) => ({ setId, index, custodian: name }));
}

/** A person who was told of a medium that is another one, or a shared one, may go on with it: they are not told twice. */
function afterTelling(run: Run, problem: Failure, media: Run["plan"]["media"]): Run {
  switch (problem.code) {
    case "file.other-medium":
      return { ...run, plan: { ...run.plan, media } };
    case "file.same-medium":
      return { ...run, plan: { ...run.plan, notes: [...run.plan.notes, "same-medium"] } };
    default:
      return run;
  }
}

/** A part of a page that failed to print may still come out: an abort must name it. */
function afterFailedPrint(run: Run, problem: Failure): Run {
  return mayHavePrinted(problem) ? { ...run, keySheets: run.keySheets + 1 } : run;
}
