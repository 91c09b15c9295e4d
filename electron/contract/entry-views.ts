import type { Failure } from "./errors";

/** One numbered word of a share that is entered; `unreadable` was entered as "?". */
export type Cell = "empty" | "word" | "unreadable";

/** How a share came in: its code, its words, or words that were repaired. */
export type HowEntered = "code" | "words" | "repaired";

/** What a search for damaged words found. The words themselves are asked for apart, and not kept in any view. */
export interface OfferedRepair {
  readonly kind: "missing-words" | "wrong-words" | "swapped-words" | "missing-place";
  /** The positions (1..31) that change. */
  readonly positions: readonly number[];
  /** What proves it: the keystore's commitment, the checksum alone, or hardly anything. */
  readonly proof: "commitment" | "checksum" | "probable";
}

/** A word of the list at its position (1..31). */
export interface RepairedWord {
  readonly position: number;
  readonly word: string;
}

/** A custodian enters a share: words and code come in, damage is searched for, what was found waits for a yes. */
export type ShareEntryView =
  | { readonly step: "enter-share"; readonly cells: readonly Cell[]; readonly problem: Failure | null }
  | { readonly step: "searching"; readonly cells: readonly Cell[]; readonly done: number }
  | { readonly step: "repairs"; readonly cells: readonly Cell[]; readonly offered: readonly OfferedRepair[] };
