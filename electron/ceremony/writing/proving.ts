import { noPrinters } from "../../contract/printers";
import { assertNever } from "../../contract/result";
import { choosePrinter } from "../choose-printer";
import { begin } from "./beginning";
import type { CeremonyEvent } from "./events";
import type { ProvenPrinter, Proving } from "./state";
import { notNow, type Step } from "./step";

type At<S extends Proving["step"]> = Extract<Proving, { step: S }>;

/** The plan stands: a printer is looked for, to be proven. */
export function toProof({ plan, setup }: Pick<Proving, "plan" | "setup">): Step {
  return {
    state: { step: "proof", plan, setup, printers: noPrinters, listing: true, problem: null },
    task: { do: "list-printers", plan },
  };
}

/** A page without a secret is printed and read back, so that a bad printer is found while it costs nothing. Pure. */
export function proving(state: Proving, event: CeremonyEvent): Step {
  switch (state.step) {
    case "proof":
      return proof(state, event);
    case "proof-printing":
      return event.type === "print-ended" ? printEnded(state, event) : notNow(state);
    case "proof-read":
      return proofRead(state, event);
    case "proven":
      if (event.type === "prove-again") return { state: again(state) };
      if (event.type !== "begin") return notNow(state);
      return first(state, { printer: state.printer.name, paper: state.setup.paper });
    default:
      return assertNever(state);
  }
}

function proof(state: At<"proof">, event: CeremonyEvent): Step {
  const { plan, setup, printers } = state;
  if (state.listing) {
    if (event.type !== "printers") return notNow(state);
    return { state: { ...state, printers: event.printers, listing: false } };
  }
  switch (event.type) {
    case "find-printers":
      return { state: { ...state, listing: true, problem: null }, task: { do: "list-printers", plan } };
    case "print-proof": {
      const chosen = choosePrinter(printers, setup, event);
      if (!chosen.ok) return { state: { ...state, problem: chosen.error } };
      const { printer } = chosen.value;
      return {
        state: { step: "proof-printing", plan, printers, ...chosen.value },
        task: { do: "print-proof", plan, paper: event.paper, printer },
      };
    }
    case "skip-proof":
      return first({ plan, setup }, null);
    default:
      return notNow(state);
  }
}

function printEnded(
  state: At<"proof-printing">,
  event: Extract<CeremonyEvent, { type: "print-ended" }>,
): Step {
  if (!event.result.ok) return { state: { ...again(state), problem: event.result.error } };
  return { state: { ...state, step: "proof-read", traces: event.result.value, problem: null } };
}

function proofRead(state: At<"proof-read">, event: CeremonyEvent): Step {
  const { plan, setup, printer, printers, traces } = state;
  switch (event.type) {
    case "proof-entry":
      if (!event.result.ok) return { state: { ...state, problem: event.result.error } };
      return { state: { step: "proven", plan, setup, printer, printers, traces } };
    case "prove-again":
      return { state: again(state) };
    default:
      return notNow(state);
  }
}

/** The first act behind the printer: nobody has taken part with a share yet. */
function first({ plan, setup }: Pick<Proving, "plan" | "setup">, proven: ProvenPrinter | null): Step {
  return begin({ plan, setup, proven, bags: [], present: [] });
}

/** Another page, or another printer. */
function again({ plan, setup, printers }: Exclude<Proving, { step: "proof" }>): At<"proof"> {
  return { step: "proof", plan, setup, printers, listing: false, problem: null };
}
