import type { Failure } from "../../contract/errors";
import type { HaltedView } from "../../contract/proceedings";
import type { Result } from "../../contract/result";

/** Something happened that the record could not take down: nothing goes on before it can. */
export interface Halt {
  readonly problem: Failure;
  /** The keystore is written: nothing can be lost any more, and people may end without the record's seal. */
  readonly committed: boolean;
  /** Tries the same again. */
  readonly again: () => Promise<Result<null>>;
}

/** What a renderer may know of a halt. */
export function haltedView({ problem, committed }: Halt, recordPath: string): HaltedView {
  return { step: "halted", problem, committed, recordPath };
}
