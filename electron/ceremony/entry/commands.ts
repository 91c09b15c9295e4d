import type { Result } from "../../contract/result";
import type { Carries, HeldCommand } from "../held";
import type { EntryEvent } from "./entry";
import type { ShareDesk } from "./share-desk";

/** A ceremony at whose desk a share is entered. */
export interface AtDesk {
  /** Lets the custodian at the desk enter something. */
  readonly enter: (by: (desk: ShareDesk) => EntryEvent) => Promise<Result<null>>;
  /** Ends the search under way. */
  readonly cancelSearch: () => Promise<Result<null>>;
}

/** What each command means to the desk. */
export const entryCommands = {
  enterWords: (at, { position, text }) => at.enter((desk) => desk.enter(position, text)),
  forgetWord: (at, { position }) => at.enter((desk) => desk.forget(position)),
  forgetWords: (at) => at.enter((desk) => desk.startOver()),
  endWords: (at) => at.enter((desk) => desk.endWords()),
  cancelSearch: (at) => at.cancelSearch(),
  takeRepair: (at, { offer }) => at.enter((desk) => desk.take(offer)),
  refuseRepairs: (at) => at.enter((desk) => desk.refuse()),
} satisfies Partial<Carries<AtDesk, HeldCommand>>;
