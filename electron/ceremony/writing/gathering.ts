import type { Failure } from "../../contract/errors";
import { type GivenShare, sharesNeeded } from "../../contract/renewal";
import { assertNever } from "../../contract/result";
import { entering, firstEntry } from "../entry/entry";
import { withBags } from "../proceedings/bags";
import { make } from "./beginning";
import type { CeremonyEvent } from "./events";
import type { Gathering, Ready } from "./state";
import { notNow, type Step } from "./step";

type At<S extends Gathering["step"]> = Extract<Gathering, { step: S }>;

/**
 * Where a plan was agreed on: a renewal first needs what opens its keystore. Shares and keys that come in now are given
 * for this plan alone: whoever wants another one aborts, and begins with none.
 */
export function gatherFor({ plan, setup, proven, bags, present }: Ready): Gathering {
  const ready: Ready = { plan, setup, proven, bags, present };
  if (plan.renews?.opener === "wrapping-key") return { step: "current-key", ...ready, problem: null };
  return { step: "gather", ...ready, given: [], problem: null };
}

/** Custodians come in any order, or the Wrapping Key is brought; nothing is made before the keystore can be opened. Pure. */
export function gathering(state: Gathering, event: CeremonyEvent): Step {
  switch (state.step) {
    case "gather":
      return atList(state, event);
    case "share":
      return atDesk(state, event);
    case "bag":
      return bagged(state, event);
    case "current-key":
      return currentKey(state, event);
    default:
      return assertNever(state);
  }
}

function atList(state: At<"gather">, event: CeremonyEvent): Step {
  const { problem: _, ...list } = state;
  switch (event.type) {
    case "enter-share":
      return { state: { ...list, step: "share", entry: firstEntry() } };
    case "unattended":
      return state.given.length > 0 ? unattended(state) : notNow(state);
    default:
      return notNow(state);
  }
}

function atDesk(state: At<"share">, event: CeremonyEvent): Step {
  if (event.type === "at-desk") return entered(state, event.event);
  if (event.type === "unattended") return unattended(state);
  // A search must be stopped before anything else can be done.
  if (state.entry.step === "searching") return notNow(state);
  switch (event.type) {
    case "leave-entry":
      return next(state, state.given);
    default:
      return notNow(state);
  }
}

function entered(state: At<"share">, event: Extract<CeremonyEvent, { type: "at-desk" }>["event"]): Step {
  const step = entering(state.entry, event);
  if (step === null) return notNow(state);
  if (step.kind === "entry") {
    const next = { state: { ...state, entry: step.entry } };
    return step.search ? { ...next, task: { do: "search" } } : next;
  }
  const { entry: _, ...rest } = state;
  const present = withPresent(state.present, step.taken.custodian);
  return { state: { ...rest, present, step: "bag", given: [...state.given, step.taken], problem: null } };
}

/** Whoever comes again, after what was entered was forgotten, is named once. */
function withPresent(present: readonly string[], custodian: string | null): readonly string[] {
  return custodian === null || present.includes(custodian) ? present : [...present, custodian];
}

/** The custodian whose share is in puts the sheet away again, before anybody else comes. */
function bagged(state: At<"bag">, event: CeremonyEvent): Step {
  if (event.type === "unattended") return unattended(state);
  if (event.type !== "share-bagged") return notNow(state);
  if (!event.result.ok) return { state: { ...state, problem: event.result.error } };
  const bags = withBags(state.bags, broughtSheet(state.given), event.result.value);
  return next({ ...state, bags }, state.given);
}

/** How the bags tell the sheet that was entered last from others: of a damaged keystore nobody knows which it is. */
export function broughtSheet(given: readonly GivenShare[]): string {
  return `brought ${given.at(-1)?.index ?? ""}`;
}

/** Where enough shares are in the keystore is opened; else the next custodian is awaited. */
function next({ plan, setup, proven, bags, present }: Ready, given: readonly GivenShare[]): Step {
  const ready: Ready = { plan, setup, proven, bags, present };
  const { renews } = plan;
  if (renews === null) throw new Error("A generation gathers no shares.");
  if (given.length < sharesNeeded(renews, given)) return { state: backToList(ready, given, null) };
  if (renews.kind !== "recover-damaged") return make(ready);
  return {
    state: { ...ready, step: "opening", given },
    task: { do: "open-damaged", fingerprint: renews.fingerprint },
  };
}

function currentKey(state: At<"current-key">, event: CeremonyEvent): Step {
  if (event.type === "unattended")
    return { state: { ...state, problem: { code: "ceremony.key-unattended", minutes: minutesOf(state) } } };
  if (event.type !== "current-key") return notNow(state);
  return event.result.ok ? make(state) : { state: { ...state, problem: event.result.error } };
}

/** Nobody attends to the shares that were entered: all of them are forgotten. */
export function unattended(state: Ready): Step {
  return { state: backToList(state, [], { code: "ceremony.unattended", minutes: minutesOf(state) }) };
}

function minutesOf({ plan }: Ready): number {
  return plan.renews?.idleMinutes ?? 0;
}

/** The list of who has come. */
export function backToList(
  { plan, setup, proven, bags, present }: Ready,
  given: readonly GivenShare[],
  problem: Failure | null,
): At<"gather"> {
  return { step: "gather", plan, setup, proven, bags, present, given, problem };
}
