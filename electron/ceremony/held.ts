import type { CommandName, Input } from "../contract/commands";
import type { RepairedWord } from "../contract/entry-views";
import type { Exception } from "../contract/proceedings";
import { fail, type Result } from "../contract/result";
import type { AppView } from "../contract/views";

/** The commands that belong to the ceremony that is held, and are answered with a view. */
export type HeldCommand = Exclude<
  CommandName,
  | "getView"
  | "goHome"
  | "pickPath"
  | "openKeystore"
  | "openRecord"
  | "lookAtWorkstation"
  | "removeUnfinished"
  | "dismissUnfinished"
  | "startGenerate"
  | "startCheck"
  | "startRenewal"
  | "startRecoverDamaged"
  | "revealWords"
  | "revealRepair"
  | "askAbort"
  | "askException"
  | "recordException"
  | "leaveUnsigned"
  | "keepGoing"
  | "abort"
>;

/** How a ceremony carries out each command; it lists only its own. */
export type Carries<Ceremony, Names extends HeldCommand> = {
  readonly [N in Names]: (ceremony: Ceremony, input: Input<N>) => Promise<Result<null>>;
};

/** A ceremony as the room holds it. Commands that are not its own, or not of its step, are `ceremony.not-now`. */
export interface Held {
  readonly id: string;
  readonly view: AppView["page"];
  /** Whether closing the window must ask first. */
  readonly underWay: boolean;
  /** Whether nothing can be lost any more, and the record waits for its sign-off: closing the window asks that too. */
  readonly unsigned: boolean;
  /** Whether the ceremony has ended and its screen may be left. */
  readonly over: boolean;
  readonly carryOut: <N extends HeldCommand>(name: N, input: Input<N>) => Promise<Result<null>>;
  /** Four words of a share that is copied by hand. */
  readonly fourWords: (group: number) => Result<readonly string[]>;
  /** Whether an exception can be recorded now. */
  readonly recording: boolean;
  /** Records an exception as people typed it. Fails, with nothing recorded, where it does not fit or cannot be written. */
  readonly recordException: (typed: Exception) => Promise<Result<null>>;
  /** The words of a repair that a search offers. */
  readonly repairedWords: (offer: number) => Result<readonly RepairedWord[]>;
  /** Ends the ceremony by a person's choice. */
  readonly abort: () => Promise<Result<null>>;
  /** The app ends: wipes every secret and takes away what was not finished. */
  readonly leave: () => Promise<void>;
}

/**
 * Carries out a command by a ceremony's own table. The input is the command's: the border has checked it, and the room
 * that no secret has strayed into it.
 */
export async function carryOutBy<Ceremony, N extends HeldCommand>(
  table: Partial<Carries<Ceremony, HeldCommand>>,
  ceremony: Ceremony,
  name: N,
  input: Input<N>,
): Promise<Result<null>> {
  const carry: Partial<Carries<Ceremony, N>>[N] = table[name];
  return carry === undefined ? fail({ code: "ceremony.not-now" }) : carry(ceremony, input);
}
