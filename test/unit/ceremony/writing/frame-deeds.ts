import fc from "fast-check";
import type { FrameEvent, FrameTask } from "../../../../electron/ceremony/proceedings/frame";
import type { CeremonyEvent } from "../../../../electron/ceremony/writing/events";
import { noPrinters, type Printer, type Printers } from "../../../../electron/contract/printers";
import type { Exception } from "../../../../electron/contract/proceedings";
import { fail, ok } from "../../../../electron/contract/result";
import { soundWorkstation, withRed } from "../held-frame";

export const paper: Printer = { id: "paper", name: "Paper", kind: "queue", reach: "local" };
export const printers: Printers = {
  silent: false,
  found: [paper, { id: "far", name: "Far", kind: "queue", reach: "network" }],
};

const byFrame = (event: FrameEvent): CeremonyEvent => ({ type: "frame", event });
const compared = { source: "a watch", same: true } as const;

/** From the script to the first act. */
export const opening: readonly CeremonyEvent[] = [
  byFrame({ type: "start" }),
  byFrame({ type: "first-hash-written" }),
  byFrame({ type: "clock-compared", ...compared }),
  byFrame({ type: "app-hash-compared", comparison: compared }),
  byFrame({ type: "pass-preflight" }),
];

/** From the sign-off of these people to the last screen. */
export function closing(...names: readonly string[]): readonly CeremonyEvent[] {
  return [
    ...names.flatMap((name) => [
      byFrame({ type: "choose-signer", name }),
      byFrame({ type: "sign-off", disagreement: ok(null) }),
    ]),
    byFrame({ type: "seal" }),
    byFrame({ type: "head-written" }),
  ];
}

/** An exception about what the app asks one for, or about nothing that it knows. */
export function exceptionAbout(about: Exception["about"]): CeremonyEvent {
  const told = { expected: "E", happened: "H", decided: "D", decidedBy: "A", witnessedBy: "W" };
  return byFrame({ type: "exception", exception: { about, ...told } });
}

/** Whatever people can do in the frame of a ceremony, in any order. */
export const frameDeed: fc.Arbitrary<CeremonyEvent> = fc.oneof(
  fc.constantFrom(...opening, ...closing("A", "W", "1", "C1", "Nobody")),
  fc.constantFrom(null, "swap" as const, "roles" as const).map(exceptionAbout),
  fc
    .constantFrom<FrameEvent>(
      { type: "look-again" },
      { type: "leave-signing" },
      { type: "sign-off", disagreement: ok("I was not there.") },
      { type: "sign-off", disagreement: fail({ code: "text.secret" }) },
      { type: "clock-compared", source: " ", same: true },
      { type: "clock-compared", source: "a watch", same: false },
      { type: "app-hash-compared", comparison: null },
      { type: "choose-page" },
      { type: "print-page", printer: "paper", paper: "a4", reachAccepted: false },
      { type: "print-page", printer: "far", paper: "a4", reachAccepted: false },
      { type: "leave-page" },
      { type: "find-printers" },
    )
    .map(byFrame),
);

/** How a task of the frame may end. Where it ends badly the workstation is not fit, too. */
export function endOfFrame(task: FrameTask<unknown>, well: boolean): CeremonyEvent {
  const failure = fail({ code: "file.disk-full", path: "/k.json" } as const);
  switch (task.do) {
    case "list-printers":
      return byFrame({ type: "printers", printers: well ? printers : noPrinters });
    case "print-page":
      return byFrame({ type: "page-printed", result: well ? ok(null) : failure });
    case "open-record":
      return byFrame({ type: "record-opened", result: well ? ok(null) : failure });
    case "look":
      return byFrame({ type: "looked", findings: well ? soundWorkstation : withRed("swap") });
    case "seal":
      return byFrame({ type: "record-sealed", result: ok(null) });
  }
}
