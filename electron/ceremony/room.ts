import type { CommandName, Input, Output, Stamp } from "../contract/commands";
import type { Result } from "../contract/result";
import type { AppView } from "../contract/views";

/** The ceremony room as the rest of the app sees it: it answers commands and shows views. */
export interface Room {
  /** Answers one command whose input was checked. A stale stamp is refused and changes nothing. */
  readonly answer: <N extends CommandName>(
    name: N,
    stamp: Stamp,
    input: Input<N>,
  ) => Promise<Result<Output<N>>>;
  /** Calls back with each new view. */
  readonly onView: (listener: (view: AppView) => void) => void;
  /** The window wants to close: true when nothing is under way, else the abort question is shown. */
  readonly mayClose: () => boolean;
  /** Wipes every secret and takes away what an unfinished ceremony wrote. For quit and signals. */
  readonly leave: () => Promise<void>;
}
