import type { CeremonyView } from "./ceremony-views";
import type { CheckView } from "./check-views";
import type { AppView, RecordView } from "./views";

/** The parts of a ceremony, as its progress names them. */
export type Phase =
  | "Plan"
  | "Prepare"
  | "Open"
  | "Make the keys"
  | "Distribute"
  | "Deliver"
  | "Write"
  | "Sign off"
  | "Done";

/** What holds for a step besides its screen. */
export type Policy =
  /** There is something to abort, and closing the window asks first. While the record halts, it depends on what halts it. */
  | "under-way"
  /** A secret is on the screen, or is typed or read there: nobody may capture it. */
  | "secret"
  /** Something is scanned: the page may use the camera. */
  | "camera"
  /** Shares or a key that were brought may be at hand: they are forgotten when nobody attends to them for as long as was agreed. */
  | "idle";

/** `none`: it has not begun. `alone`: it is open, while somebody is alone with a secret. `closed`: nothing more goes into it. */
export type RecordState = "none" | "open" | "alone" | "closed";

/** One step: where it stands in its ceremony (null where it does not say), what its record can take, and what holds. */
export interface StepRow {
  readonly phase: Phase | null;
  readonly record: RecordState;
  readonly policies: ReadonlySet<Policy>;
}

/** A ceremony that writes a keystore. A step that is added does not compile before its row is here. */
export const ceremonySteps: Readonly<Record<CeremonyView["step"], StepRow>> = {
  reason: row("Plan", "none", "under-way"),
  fingerprint: row("Plan", "none", "under-way"),
  vault: row("Plan", "none", "under-way"),
  people: row("Plan", "none", "under-way"),
  quorum: row("Plan", "none", "under-way"),
  key: row("Plan", "none", "under-way"),
  places: row("Plan", "none", "under-way"),
  review: row("Plan", "none", "under-way"),
  script: row("Prepare", "none", "under-way"),
  "script-page": row("Prepare", "none", "under-way"),
  "script-printing": row("Prepare", "none", "under-way"),
  opened: row("Prepare", "open", "under-way"),
  clock: row("Prepare", "open", "under-way"),
  "app-hash": row("Prepare", "open", "under-way"),
  preflight: row("Prepare", "open", "under-way"),
  proof: row("Prepare", "open", "under-way"),
  "proof-printing": row("Prepare", "open", "under-way"),
  "proof-read": row("Prepare", "open", "under-way", "camera"),
  proven: row("Prepare", "open", "under-way"),
  gather: row("Open", "open", "under-way", "idle"),
  "enter-share": row("Open", "alone", "under-way", "secret", "camera", "idle"),
  searching: row("Open", "alone", "under-way", "idle"),
  repairs: row("Open", "alone", "under-way", "secret", "idle"),
  bag: row("Open", "open", "under-way", "idle"),
  opening: row("Open", "open", "under-way", "idle"),
  names: row("Open", "open", "under-way", "idle"),
  "current-key": row("Open", "alone", "under-way", "secret", "camera", "idle"),
  making: row("Make the keys", "open", "under-way", "idle"),
  distribute: row("Distribute", "open", "under-way"),
  "hand-over": row("Distribute", "open", "under-way"),
  sheet: row("Distribute", "open", "under-way"),
  printing: row("Distribute", "open", "under-way"),
  printed: row("Distribute", "open", "under-way"),
  copy: row("Distribute", "alone", "under-way", "secret"),
  "read-back": row("Distribute", "alone", "under-way", "secret", "camera"),
  spoiled: row("Distribute", "open", "under-way"),
  verified: row("Distribute", "open", "under-way"),
  deliver: row("Deliver", "open", "under-way"),
  delivering: row("Deliver", "open", "under-way"),
  "key-printed": row("Deliver", "open", "under-way"),
  "key-read-back": row("Deliver", "alone", "under-way", "secret", "camera"),
  "key-bag": row("Deliver", "open", "under-way"),
  writing: row("Deliver", "open", "under-way"),
  "not-written": row("Deliver", "open", "under-way"),
  "second-copy": row("Deliver", "open"),
  "old-keystore": row("Deliver", "open"),
  "old-sheets": row("Deliver", "open"),
  "sign-off": row("Sign off", "open"),
  signing: row("Sign off", "open"),
  sealed: row("Sign off", "closed"),
  "record-page": row(null, "closed"),
  "record-printing": row(null, "closed"),
  halted: row(null, "closed", "under-way"),
  done: row("Done", "closed"),
  aborted: row(null, "closed"),
};

/** A round of checks: until its record is open it may be left at any time, and from then on until that is sealed. */
export const checkSteps: Readonly<Record<CheckView["step"], StepRow>> = {
  people: row(null, "none"),
  script: row(null, "none"),
  "script-page": row(null, "none"),
  "script-printing": row(null, "none"),
  opened: row(null, "open", "under-way"),
  clock: row(null, "open", "under-way"),
  "app-hash": row(null, "open", "under-way"),
  preflight: row(null, "open", "under-way"),
  round: row(null, "open", "under-way"),
  "enter-share": row(null, "alone", "under-way", "secret", "camera"),
  searching: row(null, "alone", "under-way"),
  repairs: row(null, "alone", "under-way", "secret"),
  checked: row(null, "open", "under-way"),
  custody: row(null, "open", "under-way"),
  "sign-off": row(null, "open", "under-way"),
  signing: row(null, "open", "under-way"),
  sealed: row(null, "closed"),
  "record-page": row(null, "closed"),
  "record-printing": row(null, "closed"),
  halted: row(null, "closed", "under-way"),
};

/** A record that is only read. */
export const recordSteps: Readonly<Record<RecordView["step"], StepRow>> = {
  record: row(null, "closed"),
  "record-page": row(null, "closed"),
  "record-printing": row(null, "closed"),
};

/** The row of the step that a page shows; null for a page without steps. */
export function stepRow(page: AppView["page"]): StepRow | null {
  switch (page.at) {
    case "ceremony":
      return ceremonySteps[page.step];
    case "check":
      return checkSteps[page.step];
    case "record":
      return recordSteps[page.step];
    default:
      return null;
  }
}

/** Whether something holds while a page is shown. */
export function holds(policy: Policy, page: AppView["page"]): boolean {
  return stepRow(page)?.policies.has(policy) ?? false;
}

/** Whether lines can be added to the record of a step. */
export function isRecorded({ record }: StepRow): boolean {
  return record === "open" || record === "alone";
}

function row(phase: Phase | null, record: RecordState, ...policies: readonly Policy[]): StepRow {
  return { phase, record, policies: new Set(policies) };
}
