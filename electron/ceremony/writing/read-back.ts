import { randomInt } from "node:crypto";
import type { Failure } from "../../contract/errors";
import type { TypedWords } from "../../contract/typed-words";
import type { SecretBytes } from "../../crypto/secret-bytes";
import type { ShareSetFacts } from "../../share/admit";
import { commitment } from "../../share/payload";
import { foreignSet, oneSlip } from "../../share/repair/foreign-set";
import { SET_WORDS } from "../../share/repair/readings";
import { readTypedShare, type TypedShare } from "../../share/typed-share";
import { checksumHolds, payloadIn, WORD_COUNT, wordNumbers } from "../../share/word-numbers";
import { EMPTY, EnteredWords } from "../entry/entered-words";
import type { Verdict } from "./events";

/** How many words are asked for once the code was read: the code proves itself, these prove the words. */
const ASKED_WORDS = 3;

export interface Entry {
  readonly filled: readonly boolean[];
  /** The words (1..31) that are asked for besides the code; null while all 31 are. */
  readonly asked: readonly number[] | null;
  readonly verdict: Verdict;
}

/**
 * One read-back: the words that a custodian has entered so far, held as their numbers until they are compared
 * with the share. Words that do not fit are emptied again, so that only they are entered anew.
 */
export class ReadBack {
  readonly #entered = new EnteredWords();
  readonly #own: Uint16Array;
  readonly #set: ShareSetFacts;
  readonly #practice: boolean;
  #asked: readonly number[] | null = null;

  /** `share`: the 39-byte payload that was printed. `set`: the share set it belongs to. */
  constructor(share: SecretBytes, set: ShareSetFacts, practice: boolean) {
    this.#own = wordNumbers(share);
    this.#set = set;
    this.#practice = practice;
  }

  /**
   * Enters what was typed or pasted at `position` (1..31): a word, several, or a whole QR text. The first four
   * words are compared as soon as they stand; all of them when none is missing. The sheet's own QR text stands for
   * all words but three, asked for at random.
   */
  enter(position: number, text: string): Entry {
    const problem = this.#take(position, readTypedShare(text));
    if (problem !== null) return this.#answer({ kind: "refused", failure: problem });
    const foreign = this.#checkSetWords();
    if (foreign !== null) return this.#answer({ kind: "refused", failure: foreign });
    if (this.#entered.count < WORD_COUNT) return this.#answer({ kind: "incomplete" });
    if (this.#entered.numbers.every((number, at) => number === this.#own[at]))
      return this.#answer({ kind: "matches" });
    return this.#answer({ kind: "refused", failure: this.#whatIsWrong() });
  }

  /** Empties `position` (1..31). */
  forget(position: number): Entry {
    this.#entered.empty([position]);
    return this.#answer({ kind: "incomplete" });
  }

  /** Empties every position. */
  startOver(): Entry {
    this.#startOver();
    return this.#answer({ kind: "incomplete" });
  }

  /** Zeroes what was entered and what it was compared with. */
  wipe(): void {
    this.#entered.wipe();
    this.#own.fill(0);
  }

  #take(position: number, typed: TypedShare): Failure | null {
    if (typed.kind === "refused") return typed.failure;
    return typed.kind === "code" ? this.#takeCode(typed.payload) : this.#takeWords(position, typed);
  }

  /** A new sheet must be legible: a word that cannot be read speaks against the sheet, and is not searched for. */
  #takeWords(position: number, words: TypedWords): Failure | null {
    const unknown = this.#entered.enter(position, words);
    if (unknown !== null) return unknown;
    const positions = this.#entered.unreadable;
    this.#entered.empty(positions);
    return positions.length === 0 ? null : { code: "ceremony.read-back-unreadable", positions };
  }

  #takeCode(payload: SecretBytes): Failure | null {
    const numbers = wordNumbers(payload);
    this.#entered.numbers.set(numbers);
    numbers.fill(0);
    payload.wipe();
    if (this.#differing().length === 0) this.#ask();
    return null;
  }

  /** Empties three words of the sheet's own. The set's words are the same on every sheet and would prove little. */
  #ask(): void {
    const open = Array.from({ length: WORD_COUNT - SET_WORDS }, (_, at) => at + SET_WORDS + 1);
    const asked = Array.from({ length: ASKED_WORDS }, () => open.splice(randomInt(open.length), 1)).flat();
    this.#asked = asked.sort((one, other) => one - other);
    this.#entered.empty(asked);
  }

  /** The first four words are compared as soon as they stand: they tell a foreign sheet from a typing error. */
  #checkSetWords(): Failure | null {
    const { numbers } = this.#entered;
    if (numbers.subarray(0, SET_WORDS).includes(EMPTY)) return null;
    const wrong = this.#differing().filter((position) => position <= SET_WORDS);
    if (wrong.length === 0) return null;
    const foreign = foreignSet(numbers, { practice: this.#practice, sets: [this.#set] }, oneSlip);
    if (foreign === null) {
      this.#entered.empty(wrong);
      return { code: "ceremony.read-back", positions: wrong };
    }
    this.#startOver();
    return foreign;
  }

  #whatIsWrong(): Failure {
    const positions = this.#differing();
    if (!checksumHolds(this.#entered.numbers)) {
      this.#entered.empty(positions);
      return { code: "ceremony.read-back", positions };
    }
    // The words are a sound share of their own: somebody else's sheet is on the table.
    const payload = payloadIn(this.#entered.numbers);
    const owner = this.#set.shares.find((share) => share.commitment === commitment(payload));
    payload.wipe();
    this.#startOver();
    if (owner === undefined) return { code: "share.disagrees-with-file" };
    return { code: "ceremony.read-back-other-share", index: owner.index };
  }

  #startOver(): void {
    this.#entered.startOver();
    this.#asked = null;
  }

  #differing(): number[] {
    return Array.from(this.#entered.numbers.keys())
      .filter((at) => this.#entered.numbers[at] !== EMPTY && this.#entered.numbers[at] !== this.#own[at])
      .map((at) => at + 1);
  }

  #answer(verdict: Verdict): Entry {
    const filled = this.#entered.cells.map((cell) => cell === "word");
    return { filled, asked: this.#asked, verdict };
  }
}
