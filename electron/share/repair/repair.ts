import type { SecretBytes } from "../../crypto/secret-bytes";
import type { ShareSetFacts } from "../admit";

/**
 * What a keystore tells a search: one of these sets the share must be of, and commitments prove which share
 * it is.
 */
export interface KnownSets {
  readonly practice: boolean;
  /**
   * The current set and all retired ones: a retired share is repaired as well, and then named for what it is.
   */
  readonly sets: readonly Pick<ShareSetFacts, "id" | "threshold" | "shares">[];
}

/**
 * One word that is not as it was entered. It is part of a share: shown only to the one who holds the sheet.
 */
export interface WordChange {
  /** 1..31. */
  readonly position: number;
  readonly word: string;
}

/**
 * One way in which what was entered is a sound share (FORMATS §2.2). Nothing is corrected without the
 * person's yes.
 */
export interface Repair {
  /**
   * `missing-words`: only words entered as `?`. `missing-place`: 30 words were entered, and one place was
   * left out.
   */
  readonly kind: "missing-words" | "wrong-words" | "swapped-words" | "missing-place";
  /** By position; for a `missing-place` the one word that was left out. */
  readonly changes: readonly WordChange[];
  /** 39 bytes; whoever asked for the search wipes them. */
  readonly payload: SecretBytes;
  /**
   * A commitment proves it; or 22 bits or more of checksum speak for it; or 11, which chance gives too: never
   * valid.
   */
  readonly proof: "commitment" | "checksum" | "probable";
}

/** Every solution, at least one; where a commitment proves, the only one. */
export interface Repairs {
  readonly solutions: readonly Repair[];
}
