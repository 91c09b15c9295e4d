import type { Printer } from "../../contract/printers";
import { assertNever } from "../../contract/result";
import type { RecordNote } from "../../record/record-note";
import { bagChangeNotes, newBagNotes } from "../proceedings/bag-notes";
import { exceptionNote, frameNotes } from "../proceedings/frame-notes";
import { renewalNote } from "../renewal/renewal-notes";
import { retiredSheets } from "./delivering";
import type { CeremonyEvent, Written } from "./events";
import type { Abortable, CeremonyState, Closing, Opening } from "./state";

/** What an event, that led from `before` to `after`, adds to the record; nothing where it is nobody's business later. */
export function recordNotes(
  before: CeremonyState,
  event: CeremonyEvent,
  after: CeremonyState,
): readonly RecordNote[] {
  switch (event.type) {
    case "frame":
      if (event.event.type === "exception") return [exceptionNote(event.event.exception)];
      return isFraming(before) ? frameNotes(before, event.event, after) : [];
    case "print-proof":
      return after.step === "proof-printing"
        ? byAdministrator(after, "proof.printed", printerOf(after.printer))
        : [];
    case "proof-entry":
      return event.result.ok
        ? byAdministrator(
            before,
            "proof.passed",
            before.step === "proof-read" ? { printer: before.printer.name } : {},
          )
        : byAdministrator(before, "proof.refused", { code: event.result.error.code });
    case "skip-proof":
      return byAdministrator(before, "proof.skipped");
    case "begin":
      return byAdministrator(before, "ceremony.begun");
    case "at-desk":
      return atDesk(before, after, event.event);
    case "share-bagged": {
      if (before.step !== "bag") return [];
      const last = before.given.at(-1);
      const sheet = { actor: last?.custodian ?? A_CUSTODIAN, index: last?.index ?? null };
      return bagChangeNotes(sheet, event.result);
    }
    case "unattended":
      return [
        renewalNote(before.step === "current-key" ? "key.forgotten" : "shares.forgotten", "app", {
          because: "unattended",
        }),
      ];
    case "current-key":
      return event.result.ok
        ? [renewalNote("key.entered", OPERATOR, {})]
        : [renewalNote("key.refused", OPERATOR, { code: event.result.error.code })];
    case "proven-by-quorum":
      return event.result.ok
        ? byApp("quorum.proven", {
            shareSet: event.result.value.setId,
            threshold: event.result.value.threshold,
          })
        : byApp("quorum.refused", { code: event.result.error.code });
    case "names":
      return names(before, after);
    case "made":
      return made(before, event);
    case "custodian-ready":
      return before.step === "hand-over"
        ? [{ event: "share.handed-over", actor: custodian(before), data: { index: before.index } }]
        : [];
    case "print":
      return after.step === "printing"
        ? byApp("share.sent", { index: after.index, ...printerOf(after.printer) })
        : [];
    case "print-ended":
      return printEnded(before, event);
    case "answer-printed":
      return before.step === "printed" && !event.cameOut
        ? [{ event: "share.not-come-out", actor: custodian(before), data: { index: before.index } }]
        : [];
    case "copy-by-hand":
      return after.step === "copy"
        ? [{ event: "share.copied", actor: custodian(after), data: { index: after.index } }]
        : [];
    case "entry":
      return readBack(before, event);
    case "answer-spoiled":
      return before.step === "spoiled"
        ? [
            {
              event: "share.spoiled",
              actor: custodian(before),
              data: { index: before.index, cause: before.cause, seenByOthers: event.seenByOthers },
            },
          ]
        : [];
    case "share-handled":
      return before.step === "verified"
        ? newBagNotes({ actor: custodian(before), index: before.index }, event.result)
        : [];
    case "deliver":
      return after.step === "delivering" ? byApp("wrapping-key.sent", wayOf(after)) : [];
    case "delivered":
      return delivered(before, event);
    case "answer-key-printed":
      return event.cameOut ? [] : [{ event: "wrapping-key.not-come-out", actor: OPERATOR, data: {} }];
    case "key-entry":
      return event.result.ok
        ? [{ event: "wrapping-key.read-back", actor: OPERATOR, data: { by: keyReadBy(before) } }]
        : [{ event: "wrapping-key.refused", actor: OPERATOR, data: { code: event.result.error.code } }];
    case "key-bagged":
      return newBagNotes({ actor: OPERATOR, index: null }, event.result);
    case "written":
      return event.result.ok
        ? [renewalNote("keystore.written", "app", written(event.result.value))]
        : byApp("keystore.not-written", { code: event.result.error.code });
    case "keystore-copied":
      return event.result.ok
        ? byApp("keystore.copied", { path: event.result.value })
        : byApp("keystore.not-copied", { code: event.result.error.code });
    case "skip-second-copy":
      return byAdministrator(before, "second-copy.skipped");
    case "old-keystore":
      return before.step === "old-keystore" && !event.remove
        ? byAdministrator(before, "old-keystore.kept", { path: before.keptAs })
        : [];
    case "old-removed":
      return before.step === "old-keystore" && event.result.ok
        ? byAdministrator(before, "old-keystore.removed", { path: before.keptAs })
        : [];
    case "old-sheets":
      return before.step === "old-sheets" ? destroyed(before, event) : [];
    case "cleared":
      return before.step === "aborting"
        ? aborted(before.from, before.problem?.code ?? null, event.remaining)
        : [];
    case "reason":
    case "fingerprint":
    case "vault":
    case "people":
    case "quorum":
    case "key":
    case "places":
    case "places-tried":
    case "back":
    case "accept-plan":
    case "prove-again":
    case "enter-share":
    case "leave-entry":
    case "making":
    case "choose":
    case "find-printers":
    case "printers":
    case "print-blank":
    case "copied-by-hand":
    case "spoil":
    case "leave-share":
    case "key-code":
    case "write":
    case "copy-keystore":
    case "abort":
    case "to-record":
      return [];
    default:
      return assertNever(event);
  }
}

/** Who it was is not known, or not for the record to guess. */
const A_CUSTODIAN = "a custodian";
const OPERATOR = "the operator";

type Event<T extends CeremonyEvent["type"]> = Extract<CeremonyEvent, { type: T }>;

function atDesk(
  before: CeremonyState,
  after: CeremonyState,
  event: Event<"at-desk">["event"],
): readonly RecordNote[] {
  if (before.step !== "share") return [];
  if (after.step === "bag") {
    const taken = after.given.at(-1);
    if (taken === undefined) return [];
    const { index, custodian, how } = taken;
    return [renewalNote("share.entered", custodian ?? A_CUSTODIAN, { index, how })];
  }
  if (event.type === "entered" && event.outcome.kind === "refused") {
    return [renewalNote("share.refused", A_CUSTODIAN, { code: event.outcome.failure.code })];
  }
  if (event.type === "searched") {
    const data = event.result.ok ? { offered: event.result.value.length } : { code: event.result.error.code };
    return [{ event: "share.searched", actor: A_CUSTODIAN, data }];
  }
  return [];
}

/** What the quorum of a damaged vault has confirmed and what its clean generation drops, or why the names were refused. */
function names(before: CeremonyState, after: CeremonyState): readonly RecordNote[] {
  if (after.step === "making" && before.step === "names") {
    const { vaultName, custodians, sharedRoles } = after.plan;
    return [
      ...byAdministrator(after, "names.confirmed", { vaultName, custodians, sharedRoles }),
      ...byApp("damaged.dropped", dropped(before)),
    ];
  }
  if (after.step !== "names" || after.problem === null) return [];
  return byAdministrator(after, "names.refused", { code: after.problem.code });
}

/** A renewal has opened the keystore that there was, and proven it, before anything new was made. */
function made(before: CeremonyState, { result }: Event<"made">): readonly RecordNote[] {
  if (before.step !== "making" || !result.ok) return [];
  const { renews } = before.plan;
  const keys = renewalNote("keys.made", "app", result.value);
  if (renews === null) return [keys];
  const generation =
    renews.kind === "recover-damaged" ? renews.damaged.generation : renews.keystore.generation;
  const opened = { by: renews.opener, generation, vaultFingerprint: result.value.vault };
  return [renewalNote("keystore.opened", "app", opened), keys];
}

/** Counts, not contents: the damaged file is kept, and its SHA-256 is here. What is null there cannot be read. */
function dropped({ plan: { renews }, quorum }: Extract<CeremonyState, { step: "names" }>) {
  if (renews?.kind !== "recover-damaged") throw new Error("The keystore is not damaged.");
  const { sha256, generation, ceremonies, retiredSets, createdAt, updatedAt } = renews.damaged;
  return {
    ...{ sha256, generation, ceremonies, retiredShareSets: retiredSets, createdAt, updatedAt },
    custodians: quorum.leftOut.length,
    shares: quorum.unfit,
  };
}

function printEnded(before: CeremonyState, { result }: Event<"print-ended">): readonly RecordNote[] {
  if (before.step === "proof-printing") {
    return result.ok ? [] : byAdministrator(before, "proof.not-printed", { code: result.error.code });
  }
  if (before.step !== "printing") return [];
  const { index, printer, blank } = before;
  const what = blank ? "blank-form" : "share";
  const data = { index, ...printerOf(printer) };
  return result.ok
    ? byApp(`${what}.printed`, { ...data, ...(result.value ?? {}) })
    : byApp(`${what}.not-printed`, { ...data, code: result.error.code });
}

function readBack(before: CeremonyState, { verdict }: Event<"entry">): readonly RecordNote[] {
  if (before.step !== "read-back" || verdict.kind === "incomplete") return [];
  const { index } = before;
  const actor = custodian(before);
  return verdict.kind === "matches"
    ? [{ event: "share.verified", actor, data: { index, by: before.asked === null ? "words" : "code" } }]
    : [{ event: "share.refused", actor, data: { index, code: verdict.failure.code } }];
}

/** Whether its sheet's code was read, and one line, or all lines. */
function keyReadBy(before: CeremonyState): "code" | "lines" {
  return before.step === "key-read-back" && before.asked !== null ? "code" : "lines";
}

/** What else was told with it stands there only where something was. */
function written({ told = [], ...keystore }: Written): Written {
  return told.length === 0 ? keystore : { ...keystore, told };
}

function delivered(before: CeremonyState, { result }: Event<"delivered">): readonly RecordNote[] {
  if (before.step !== "delivering") return [];
  const data = wayOf(before);
  return result.ok
    ? byApp("wrapping-key.delivered", data)
    : byApp("wrapping-key.not-delivered", { ...data, code: result.error.code });
}

/** How the Wrapping Key leaves. Nothing else of it is anybody's business. */
function wayOf({ delivery, printer }: Extract<CeremonyState, { step: "delivering" }>): RecordNote["data"] {
  if (delivery.way === "file") return { way: "file", path: delivery.path };
  return { way: "sheet", ...(printer === null ? {} : printerOf(printer)) };
}

function printerOf({ name, reach }: Printer) {
  return { printer: name, reach };
}

/** Each sheet that was seen destroyed, in the order of the set, whatever the order in which they were named. */
function destroyed(
  before: Extract<CeremonyState, { step: "old-sheets" }>,
  event: Event<"old-sheets">,
): readonly RecordNote[] {
  const sheets = retiredSheets(before.run.plan).filter(({ index }) => event.destroyed.includes(index));
  return sheets.flatMap((sheet) => byAdministrator(before, "sheet.destroyed", { ...sheet }));
}

function aborted(
  { recorded, shares, keySheets }: Abortable,
  code: string | null,
  remaining: readonly string[],
): readonly RecordNote[] {
  const actor = code === null ? (recorded?.plan.administrator ?? "app") : "app";
  return [
    renewalNote("ceremony.aborted", actor, {
      because: code ?? "by choice",
      sheetsToDestroy: shares.filter(({ copies }) => copies > 0).map(({ index }) => index),
      wrappingKeySheets: keySheets,
      filesThatStayed: remaining,
    }),
  ];
}

function isFraming(state: CeremonyState): state is Opening | Closing {
  switch (state.step) {
    case "script":
    case "opened":
    case "clock":
    case "app-hash":
    case "preflight":
    case "sign-off":
    case "signing":
    case "sealed":
      return true;
    default:
      return false;
  }
}

function byApp(event: string, data: RecordNote["data"]): readonly RecordNote[] {
  return [{ event, actor: "app", data }];
}

function byAdministrator(
  state: CeremonyState,
  event: string,
  data: RecordNote["data"] = {},
): readonly RecordNote[] {
  return [{ event, actor: administratorOf(state), data }];
}

function administratorOf(state: CeremonyState): string {
  if ("plan" in state) return state.plan.administrator;
  if ("run" in state) return state.run.plan.administrator;
  return "app";
}

function custodian(state: Extract<CeremonyState, { index: number }>): string {
  return state.run.shares[state.index - 1]?.custodian ?? "";
}
