import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { CheckView } from "../../electron/contract/check-views";
import { holds, stepRow } from "../../electron/contract/steps";

type Held = CeremonyView | CheckView;

/** Whether people may record an exception here. Nobody is disturbed while they are alone with a secret. */
export function offersException(view: Held): boolean {
  return stepRow(view)?.record === "open";
}

/** Whether there is something to abort. Once a keystore is written, or the record sealed, there is not. */
export function offersAbort(view: Held): boolean {
  return holds("under-way", view) && !(view.step === "halted" && view.committed);
}
