import type { Failure } from "../../contract/errors";
import type { HaltedView } from "../../contract/proceedings";
import type { Result } from "../../contract/result";
import type { HeldCommand } from "../held";

/**
 * Something happened that the record could not take down: nothing goes on before it can. `Next` is what it leads to once
 * it is recorded, and what an abort begins from: paper that came out must be accounted for, whatever the record says.
 */
export interface Halt<Next> {
  readonly next: Next;
  readonly problem: Failure;
  /** The keystore is written: nothing can be lost any more, and people may end without the record's seal. */
  readonly committed: boolean;
  /** Tries the same again. */
  readonly again: () => Promise<Result<null>>;
}

/** Whether a command may be carried out during a halt: any other one could take a secret in that no record tells of. */
export function isWayOut(name: HeldCommand): boolean {
  return name === "retryRecord" || name === "endWithoutRecord";
}

/** What a renderer may know of a halt. */
export function haltedView({ problem, committed }: Halt<unknown>, recordPath: string): HaltedView {
  return { step: "halted", problem, committed, recordPath };
}
