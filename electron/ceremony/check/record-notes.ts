import type { RecordNote } from "../../record/record-note";
import { bagChangeNotes } from "../proceedings/bag-notes";
import { exceptionNote, frameNotes } from "../proceedings/frame-notes";
import type { CheckEvent, CheckState } from "./state";

/** What an event of a round, that led from `before` to `after`, adds to its record. */
export function checkNotes(before: CheckState, event: CheckEvent, after: CheckState): readonly RecordNote[] {
  if (before.step === "people") return [];
  const { administrator } = before.plan;
  switch (event.type) {
    case "frame":
      if (event.event.type === "exception") return [exceptionNote(event.event.exception)];
      return "sheets" in before && "bags" in before ? [] : frameNotes(before, event.event, after);
    case "absent":
      return [{ event: "sheet.not-reachable", actor: administrator, data: { index: event.index } }];
    case "bad":
      return before.step === "sheet"
        ? [{ event: "sheet.not-good", actor: custodian(before), data: { index: before.index } }]
        : [];
    case "entry":
      return atDesk(before, event, after);
    case "checked":
      return before.step === "checked"
        ? bagChangeNotes({ actor: custodian(before), index: before.index }, event.result)
        : [];
    case "end": {
      if (after.step !== "custody") return [];
      const count = (state: string) => after.sheets.filter((sheet) => sheet.state === state).length;
      const found = {
        good: count("good"),
        notGood: count("bad"),
        notReachable: count("absent"),
        notChecked: count("open"),
      };
      return [{ event: "round.ended", actor: administrator, data: found }];
    }
    case "saved":
      return event.result.ok
        ? [{ event: "custody-report.saved", actor: administrator, data: { path: event.result.value } }]
        : [];
    case "abort":
      return [{ event: "ceremony.aborted", actor: administrator, data: { because: "by choice" } }];
    default:
      return [];
  }
}

function atDesk(
  before: CheckState,
  { event }: Extract<CheckEvent, { type: "entry" }>,
  after: CheckState,
): readonly RecordNote[] {
  if (before.step !== "sheet") return [];
  const { index } = before;
  const actor = custodian(before);
  if (after.step === "checked") {
    const how = after.sheets.find((sheet) => sheet.index === index)?.how ?? null;
    return [{ event: "sheet.good", actor, data: { index, how } }];
  }
  if (event.type === "entered" && event.outcome.kind === "refused") {
    return [{ event: "share.refused", actor, data: { index, code: event.outcome.failure.code } }];
  }
  if (event.type === "searched") {
    const data = event.result.ok ? { offered: event.result.value.length } : { code: event.result.error.code };
    return [{ event: "share.searched", actor, data: { index, ...data } }];
  }
  return [];
}

function custodian({ sheets, index }: Extract<CheckState, { index: number }>): string {
  return sheets.find((sheet) => sheet.index === index)?.custodian ?? "";
}
