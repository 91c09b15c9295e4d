import { isRecorded } from "../../contract/steps";
import { closing, firstClosing } from "../proceedings/closing";
import type { FrameEvent } from "../proceedings/frame";
import { opening } from "../proceedings/opening";
import { printsSheets } from "../proceedings/script";
import { begin } from "./beginning";
import type { CeremonyEvent } from "./events";
import { toProof } from "./proving";
import { rowOf } from "./so-far";
import type { CeremonyState, Closing, Finished, Opening } from "./state";
import { notNow, type Step } from "./step";

type ExceptionEvent = Extract<FrameEvent, { type: "exception" }>;

/** From the frozen plan to the first act; until the record is opened the plan may be looked at again. Pure. */
export function opened(state: Opening, event: CeremonyEvent): Step {
  if (state.step === "script" && event.type === "back" && !state.starting && state.page === null) {
    const { rehearsalHeld: _, parametersHash: __, ...plan } = state.plan;
    return { state: { step: "review", plan, setup: state.setup, problem: null } };
  }
  const step = frameEvent(event, (inner) => opening(state, inner));
  if (step === null) return notNow(state);
  if (step === "over") return firstAct(state);
  return {
    state: step.state,
    ...(step.task === undefined ? {} : { task: { do: "frame", task: step.task } }),
  };
}

/** From the last act to the sealed record; then the ceremony is done, or stays aborted. Pure. */
export function closed(state: Closing, event: CeremonyEvent): Step {
  const step = frameEvent(event, (inner) => closing(state, inner));
  if (step === null) return notNow(state);
  if (step === "over")
    return state.after === null ? notNow(state) : { state: { step: "done", ...state.after } };
  return {
    state: step.state,
    ...(step.task === undefined ? {} : { task: { do: "frame", task: step.task } }),
  };
}

/** The keystore stands: everybody who took part signs off. */
export function toClosing(after: Finished): Closing {
  const { plan, setup, present } = after.run;
  const { administrator, witnesses } = plan;
  return firstClosing({ plan, setup }, { administrator, witnesses, custodians: present }, after);
}

/** Whether an event is an exception that people have recorded. */
export function isException(
  event: CeremonyEvent,
): event is { readonly type: "frame"; readonly event: ExceptionEvent } {
  return event.type === "frame" && event.event.type === "exception";
}

/** An exception may be recorded whatever is being done, while a record is written. Two steps ask what it was about. */
export function excepted(state: CeremonyState, event: ExceptionEvent): Step {
  if (!isRecorded(rowOf(state))) return notNow(state);
  if (state.step === "names" && event.exception.about === "roles") {
    return { state: { ...state, excepted: true, problem: null } };
  }
  if (state.step !== "preflight") return { state };
  return opened(state, { type: "frame", event });
}

function firstAct({ plan, setup }: Opening): Step {
  const planned = { plan, setup };
  return printsSheets(plan) ? toProof(planned) : begin({ ...planned, proven: null, bags: [], present: [] });
}

function frameEvent<T>(event: CeremonyEvent, apply: (event: FrameEvent) => T): T | null {
  if (event.type === "frame") return apply(event.event);
  // Printers are looked for wherever something is printed.
  return event.type === "find-printers" ? apply({ type: "find-printers" }) : null;
}
