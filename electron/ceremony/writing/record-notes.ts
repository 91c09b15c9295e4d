import type { RecordNote } from "../../record/record-note";
import type { CeremonyEvent, CeremonyState, Making } from "./state";

/** What an event, that led from `before` to `after`, adds to the record; nothing where it is nobody's business later. */
export function recordNotes(
  before: CeremonyState,
  event: CeremonyEvent,
  after: CeremonyState,
): readonly RecordNote[] {
  // The record begins when the keys are made: what came of the printer's proof before is noted then.
  if (before.step === "making" && (after.step === "distribute" || after.step === "deliver")) {
    return [proofNote(before), { event: "keys.made", actor: "app", data: { ...after.run.made } }];
  }
  const note = noteOf(before, event, after);
  return note === null ? [] : [note];
}

function proofNote({ plan, proven }: Making): RecordNote {
  return proven === null
    ? { event: "proof.skipped", actor: plan.administrator, data: {} }
    : { event: "proof.passed", actor: plan.administrator, data: { ...proven } };
}

function noteOf(before: CeremonyState, event: CeremonyEvent, after: CeremonyState): RecordNote | null {
  switch (event.type) {
    case "print-ended":
      return before.step === "printing" && !before.blank && event.result.ok
        ? {
            event: "share.printed",
            actor: "app",
            data: { index: before.index, printer: before.printer.name, reach: before.printer.reach },
          }
        : null;
    case "copy-by-hand":
      return after.step === "copy"
        ? { event: "share.copied", actor: custodian(after), data: { index: after.index } }
        : null;
    case "entry":
      if (before.step !== "read-back" || event.verdict.kind === "incomplete") return null;
      return event.verdict.kind === "matches"
        ? { event: "share.verified", actor: custodian(before), data: { index: before.index } }
        : {
            event: "share.refused",
            actor: custodian(before),
            data: { index: before.index, code: event.verdict.failure.code },
          };
    case "answer-spoiled":
      return before.step === "spoiled"
        ? {
            event: "share.spoiled",
            actor: custodian(before),
            data: { index: before.index, cause: before.cause, seenByOthers: event.seenByOthers },
          }
        : null;
    case "delivered":
      return before.step === "delivering" && event.result.ok
        ? { event: "wrapping-key.delivered", actor: "app", data: { way: before.delivery.way } }
        : null;
    case "written":
      return event.result.ok
        ? { event: "keystore.written", actor: "app", data: { path: event.result.value } }
        : null;
    case "keystore-copied":
      return event.result.ok
        ? { event: "keystore.copied", actor: "app", data: { path: event.result.value } }
        : null;
    case "cleared":
      return { event: "ceremony.aborted", actor: "app", data: { remaining: event.remaining } };
    default:
      return null;
  }
}

function custodian(state: Extract<CeremonyState, { index: number }>): string {
  return state.run.shares[state.index - 1]?.custodian ?? "";
}
