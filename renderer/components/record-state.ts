import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { CheckView } from "../../electron/contract/check-views";

type Held = CeremonyView | CheckView;

/** `none`: it has not begun. `alone`: it is open, while somebody is alone with a secret. `closed`: nothing more goes into it. */
export type RecordState = "none" | "open" | "alone" | "closed";

const states: Readonly<Record<Held["step"], RecordState>> = {
  reason: "none",
  fingerprint: "none",
  vault: "none",
  people: "none",
  quorum: "none",
  key: "none",
  places: "none",
  review: "none",
  script: "none",
  "script-page": "none",
  "script-printing": "none",
  opened: "open",
  clock: "open",
  "app-hash": "open",
  preflight: "open",
  proof: "open",
  "proof-printing": "open",
  "proof-read": "open",
  proven: "open",
  gather: "open",
  "enter-share": "alone",
  searching: "alone",
  repairs: "alone",
  bag: "open",
  opening: "open",
  names: "open",
  "current-key": "alone",
  making: "open",
  distribute: "open",
  "hand-over": "open",
  sheet: "open",
  printing: "open",
  printed: "open",
  copy: "alone",
  "read-back": "alone",
  spoiled: "open",
  verified: "open",
  deliver: "open",
  delivering: "open",
  "key-printed": "open",
  "key-read-back": "alone",
  "key-bag": "open",
  writing: "open",
  "not-written": "open",
  "second-copy": "open",
  "old-keystore": "open",
  "old-sheets": "open",
  round: "open",
  checked: "open",
  custody: "open",
  "sign-off": "open",
  signing: "open",
  halted: "closed",
  sealed: "closed",
  "record-page": "closed",
  "record-printing": "closed",
  done: "closed",
  aborted: "closed",
};

/** What can be written into the record of a ceremony or a check where it stands. */
export function stateOfRecord({ step }: Held): RecordState {
  return states[step];
}

/** Whether people may record an exception here. Nobody is disturbed while they are alone with a secret. */
export function offersException(view: Held): boolean {
  return stateOfRecord(view) === "open";
}

/** Whether there is something to abort. Once a keystore is written, or the record sealed, there is not. */
export function offersAbort(view: Held): boolean {
  if (view.step === "halted") return !view.committed;
  if (stateOfRecord(view) === "closed") return false;
  if (view.at === "check") return view.step !== "people";
  return !afterWriting.has(view.step);
}

/** The steps behind a written keystore. */
const afterWriting: ReadonlySet<CeremonyView["step"]> = new Set<CeremonyView["step"]>([
  "second-copy",
  "old-keystore",
  "old-sheets",
  "sign-off",
  "signing",
]);
