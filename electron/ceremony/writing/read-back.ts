import { randomInt } from "node:crypto";
import type { Failure } from "../../contract/errors";
import type { TypedWords } from "../../contract/typed-words";
import type { SecretBytes } from "../../crypto/secret-bytes";
import type { ShareSetFacts } from "../../share/admit";
import { commitment } from "../../share/payload";
import { SET_WORDS } from "../../share/repair/readings";
import { readTypedShare, type TypedShare } from "../../share/typed-share";
import { checksumHolds, payloadIn, WORD_COUNT, wordNumbers } from "../../share/word-numbers";
import { EMPTY, EnteredWords } from "../entry/entered-words";
import type { Verdict } from "./events";

/** How many words are asked for once the code was read: the code proves itself, these prove the words. */
const ASKED_WORDS = 3;

/** Places (1..31) whose words were not the sheet's, and what was said of them. */
interface Dispute {
  readonly failure: Failure;
  readonly positions: readonly number[];
}

const misread: Failure = { code: "ceremony.read-back-code" };

export interface Entry {
  readonly filled: readonly boolean[];
  /** The words (1..31) that are asked for besides the code; null while all 31 are. */
  readonly asked: readonly number[] | null;
  readonly verdict: Verdict;
}

/**
 * One read-back: the words that a custodian has entered so far, held as their numbers until they are compared
 * with the share. What was printed is known here, so an answer speaks of words and their places, and of another
 * sheet only where a checksum proves one. Words that do not fit are emptied, and stay in dispute: their places take the
 * sheet's own words alone, and nothing is taken elsewhere until they have them.
 */
export class ReadBack {
  readonly #entered = new EnteredWords();
  readonly #own: Uint16Array;
  readonly #set: ShareSetFacts;
  #asked: readonly number[] | null = null;
  #dispute: Dispute | null = null;

  /** `share`: the 39-byte payload that was printed. `set`: the share set it belongs to. */
  constructor(share: SecretBytes, set: ShareSetFacts) {
    this.#own = wordNumbers(share);
    this.#set = set;
  }

  /**
   * Enters what was typed or pasted at `position` (1..31): a word, several, or a whole QR text. The first four
   * words are compared as soon as they stand; all of them when none is missing. The sheet's own QR text stands for
   * all words but three, asked for at random.
   */
  enter(position: number, text: string): Entry {
    const failure = this.#take(position, readTypedShare(text));
    if (failure !== null) return this.#answer({ kind: "refused", failure });
    const isWhole = this.#entered.count === WORD_COUNT && this.#dispute === null;
    return isWhole ? this.#answer({ kind: "matches" }) : this.#incomplete();
  }

  /** Empties `position` (1..31). */
  forget(position: number): Entry {
    this.#entered.empty([position]);
    return this.#incomplete();
  }

  /** Empties every position, and ends a dispute. */
  startOver(): Entry {
    this.#startOver();
    return this.#incomplete();
  }

  /** Zeroes what was entered and what it was compared with. */
  wipe(): void {
    this.#entered.wipe();
    this.#own.fill(0);
  }

  #take(position: number, typed: TypedShare): Failure | null {
    if (typed.kind === "refused") return isOfCode(typed.failure) ? misread : typed.failure;
    if (typed.kind === "code") return this.#takeCode(typed.payload);
    if (typed.words.length === WORD_COUNT) this.#startOver();
    return this.#dispute === null ? this.#takeWords(position, typed) : this.#settle(position, typed);
  }

  /** A new sheet must be legible: a word that cannot be read speaks against the sheet, and is not searched for. */
  #takeWords(position: number, words: TypedWords): Failure | null {
    const unknown = this.#entered.enter(position, words);
    if (unknown !== null) return this.#disputed(unknown);
    const positions = this.#entered.unreadable;
    if (positions.length > 0) return this.#disputed({ code: "ceremony.read-back-unreadable", positions });
    return this.#compare();
  }

  /** Takes the sheet's own words for the places in dispute. Words for other places are taken once it is settled. */
  #settle(position: number, words: TypedWords): Failure | null {
    const dispute = this.#dispute;
    if (dispute === null) return null;
    const before = this.#entered.numbers.slice();
    const unknown = this.#entered.enter(position, words);
    const wrong = this.#differing().filter((place) => dispute.positions.includes(place));
    const isOpen = dispute.positions.some((place) => {
      return wrong.includes(place) || this.#entered.numbers[place - 1] === EMPTY;
    });
    if (isOpen) {
      // A typist does not run on past it.
      for (const [at, number] of before.entries()) {
        if (!dispute.positions.includes(at + 1)) this.#entered.numbers[at] = number;
      }
    }
    before.fill(0);
    this.#entered.empty(wrong);
    if (unknown !== null && !("positions" in unknown)) return unknown;
    if (wrong.length > 0 || (unknown !== null && isOpen)) return dispute.failure;
    if (isOpen) return null;
    this.#dispute = null;
    return unknown === null ? this.#compare() : this.#disputed(unknown);
  }

  #takeCode(payload: SecretBytes): Failure | null {
    const numbers = wordNumbers(payload);
    const isOwn = numbers.every((number, at) => number === this.#own[at]);
    numbers.fill(0);
    if (isOwn) {
      this.#startOver();
      this.#entered.numbers.set(this.#own);
      this.#ask();
    }
    const failure = isOwn ? null : this.#otherSheet(payload);
    payload.wipe();
    return failure;
  }

  /** Empties three words of the sheet's own. The set's words are the same on every sheet and would prove little. */
  #ask(): void {
    const open = Array.from({ length: WORD_COUNT - SET_WORDS }, (_, at) => at + SET_WORDS + 1);
    const asked = Array.from({ length: ASKED_WORDS }, () => open.splice(randomInt(open.length), 1)).flat();
    this.#asked = asked.sort((one, other) => one - other);
    this.#entered.empty(asked);
  }

  /** The first four words as soon as they stand, and all of them when none is missing. */
  #compare(): Failure | null {
    const { numbers, count } = this.#entered;
    const isWhole = count === WORD_COUNT;
    if (!isWhole && numbers.subarray(0, SET_WORDS).includes(EMPTY)) return null;
    const wrong = this.#differing().filter((position) => isWhole || position <= SET_WORDS);
    if (wrong.length === 0) return null;
    return isWhole && checksumHolds(numbers)
      ? this.#wholeOtherSheet()
      : this.#disputed(whatIsWrong(numbers, this.#own, wrong));
  }

  /** The words are a sound share of their own: another sheet is on the table. */
  #wholeOtherSheet(): Failure {
    const payload = payloadIn(this.#entered.numbers);
    const failure = this.#otherSheet(payload);
    payload.wipe();
    this.#startOver();
    return failure;
  }

  #otherSheet(payload: SecretBytes): Failure {
    const read = commitment(payload);
    const owner = this.#set.shares.find((share) => share.commitment === read);
    return owner === undefined
      ? { code: "ceremony.read-back-other-sheet" }
      : { code: "ceremony.read-back-other-share", index: owner.index };
  }

  /** Empties the places that a failure is about, if it is about any, and keeps it until they are right. */
  #disputed(failure: Failure): Failure {
    if (!("positions" in failure)) return failure;
    this.#entered.empty(failure.positions);
    this.#dispute = { failure, positions: failure.positions };
    return failure;
  }

  #startOver(): void {
    this.#entered.startOver();
    this.#asked = null;
    this.#dispute = null;
  }

  #differing(): number[] {
    return Array.from(this.#entered.numbers.keys())
      .filter((at) => this.#entered.numbers[at] !== EMPTY && this.#entered.numbers[at] !== this.#own[at])
      .map((at) => at + 1);
  }

  #incomplete(): Entry {
    return this.#answer({ kind: "incomplete", problem: this.#dispute?.failure ?? null });
  }

  #answer(verdict: Verdict): Entry {
    const filled = this.#entered.cells.map((cell) => cell === "word");
    return { filled, asked: this.#asked, verdict };
  }
}

/** A code whose checks do not hold is no news of another share while the sheet's own is known. */
function isOfCode({ code }: Failure): boolean {
  return code === "share.newer-version" || code === "share.padding" || code === "share.checksum";
}

/**
 * How the words at the `wrong` places (1..31) differ from those that were printed: neighbours that changed places, a word
 * that was left out, or other words.
 */
function whatIsWrong(entered: Uint16Array, own: Uint16Array, wrong: readonly number[]): Failure {
  const areSwapped = wrong.every((position, nth) => {
    const [one, other] = nth % 2 === 0 ? [position, wrong[nth + 1]] : [wrong[nth - 1], position];
    if (one === undefined || other !== one + 1) return false;
    return entered[one - 1] === own[other - 1] && entered[other - 1] === own[one - 1];
  });
  if (areSwapped) return { code: "ceremony.read-back-swapped", positions: wrong };
  const [first = 0] = wrong;
  const isLeftOut =
    wrong.length > 1 &&
    wrong.every((position, nth) => {
      return position === first + nth && (position === WORD_COUNT || entered[position - 1] === own[position]);
    });
  return { code: isLeftOut ? "ceremony.read-back-left-out" : "ceremony.read-back", positions: wrong };
}
