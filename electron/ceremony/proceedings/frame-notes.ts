import type { Exception } from "../../contract/proceedings";
import type { RecordNote } from "../../record/record-note";
import type { ClosingState } from "./closing";
import type { FrameEvent, LastWord } from "./frame";
import { judgedFindings, type OpeningState } from "./opening";
import { preflightNotes } from "./preflight-notes";

type Framing = OpeningState<FramedPlan> | ClosingState<FramedPlan, unknown>;

interface FramedPlan {
  readonly practice: boolean;
  readonly administrator: string;
  readonly sharedRoles: readonly string[];
}

/** What an event in a ceremony's frame, that led from `before` to `after`, adds to the record. */
export function frameNotes(
  before: Framing,
  event: FrameEvent,
  after: { readonly step: string },
): readonly RecordNote[] {
  const { administrator } = before.plan;
  const by = (what: string, data: RecordNote["data"] = {}): readonly RecordNote[] => [
    { event: what, actor: administrator, data },
  ];
  switch (event.type) {
    case "record-opened":
      // What was printed before the record began.
      return event.result.ok && before.step === "script" && before.printed ? by("script.printed") : [];
    case "first-hash-written":
      return by("first-hash.written-down");
    case "looked":
      return preflightNotes(event.findings);
    case "clock-compared":
      return after.step === "app-hash"
        ? by("clock.compared", { source: event.source.trim(), same: event.same })
        : [];
    case "app-hash-compared": {
      if (after.step !== "preflight") return [];
      const { comparison } = event;
      if (comparison === null) return by("app-hash.not-compared");
      return by("app-hash.compared", { source: comparison.source.trim(), same: comparison.same });
    }
    case "pass-preflight": {
      if (before.step !== "preflight") return [];
      const findings = judgedFindings(before);
      const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
      const passed = after.step !== "preflight";
      return by(passed ? "preflight.passed" : "preflight.refused", {
        red: count("red"),
        notKnown: count("not-known"),
      });
    }
    case "sign-off":
      return before.step === "signing" && after.step === "sign-off" ? signed(before, event.disagreement) : [];
    default:
      return [];
  }
}

/** An exception as it stands in the record. */
export function exceptionNote({ decidedBy, ...rest }: Exception): RecordNote {
  return { event: "exception.recorded", actor: decidedBy, data: { ...rest, decidedBy } };
}

/** What stands right before the seal. */
export function lastNotes(words: readonly LastWord[]): readonly RecordNote[] {
  return words.map((word) => ({
    event: word.event,
    actor: "app",
    data: word.event === "sign-off.absent" ? { names: word.names } : {},
  }));
}

function signed(
  { signers, name }: Extract<Framing, { step: "signing" }>,
  disagreement: Extract<FrameEvent, { type: "sign-off" }>["disagreement"],
): readonly RecordNote[] {
  if (!disagreement.ok) return [];
  const roles = signers.find((signer) => signer.name === name)?.roles ?? [];
  const reason = disagreement.value;
  return reason === null
    ? [{ event: "sign-off.confirmed", actor: name, data: { roles } }]
    : [{ event: "sign-off.disagreed", actor: name, data: { roles, reason } }];
}
