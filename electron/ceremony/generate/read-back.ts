import { randomInt } from "node:crypto";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Failure } from "../../contract/errors";
import { matchWord } from "../../contract/words";
import { ownNumbers } from "../../crypto/own-memory";
import type { SecretBytes } from "../../crypto/secret-bytes";
import type { ShareSetFacts } from "../../share/admit";
import { commitment, readHeader } from "../../share/payload";
import { fromQrText } from "../../share/qr-text";
import { checksumHolds, payloadIn, WORD_COUNT, wordNumbers } from "../../share/word-numbers";
import type { Verdict } from "./state";

/** The words that are the same on every sheet of a set: version, practice, set id, threshold. */
const SET_WORDS = 4;
const EMPTY = 0xffff;
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
  readonly #entered = ownNumbers(WORD_COUNT).fill(EMPTY);
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
    const problem = /^\s*kc1:/i.test(text) ? this.#takeQr(text) : this.#takeWords(position, text);
    if (problem !== null) return this.#answer({ kind: "refused", failure: problem });
    const foreign = this.#checkSetWords();
    if (foreign !== null) return this.#answer({ kind: "refused", failure: foreign });
    if (this.#entered.includes(EMPTY)) return this.#answer({ kind: "incomplete" });
    if (this.#entered.every((number, at) => number === this.#own[at]))
      return this.#answer({ kind: "matches" });
    return this.#answer({ kind: "refused", failure: this.#whatIsWrong() });
  }

  /** Empties `position` (1..31). */
  forget(position: number): Entry {
    this.#empty([position]);
    return this.#answer({ kind: "incomplete" });
  }

  /** Empties every position. */
  startOver(): Entry {
    this.#entered.fill(EMPTY);
    this.#asked = null;
    return this.#answer({ kind: "incomplete" });
  }

  /** Zeroes what was entered and what it was compared with. */
  wipe(): void {
    this.#entered.fill(0);
    this.#own.fill(0);
  }

  #takeWords(position: number, text: string): Failure | null {
    const words = text.normalize("NFKD").trim().split(/\s+/);
    // A whole sheet begins at its first word, wherever it was pasted.
    const first = words.length === WORD_COUNT ? 1 : position;
    const last = first - 1 + words.length;
    if (last > WORD_COUNT) return { code: "share.word-count", count: last };
    const unknown: number[] = [];
    const unreadable: number[] = [];
    for (const [offset, typed] of words.entries()) {
      const at = first + offset;
      const match = matchWord(typed, wordlist);
      this.#entered[at - 1] = match.kind === "word" ? wordlist.indexOf(match.word) : EMPTY;
      if (typed === "?") unreadable.push(at);
      else if (match.kind !== "word") unknown.push(at);
    }
    if (unknown.length > 0) return { code: "share.unknown-words", positions: unknown };
    return unreadable.length > 0 ? { code: "share.unreadable-words", positions: unreadable } : null;
  }

  #takeQr(text: string): Failure | null {
    const payload = fromQrText(text.trim());
    if (!payload.ok) return payload.error;
    const numbers = wordNumbers(payload.value);
    this.#entered.set(numbers);
    numbers.fill(0);
    payload.value.wipe();
    if (this.#differing().length === 0) this.#ask();
    return null;
  }

  /** Empties three words of the sheet's own. The set's words are the same on every sheet and would prove little. */
  #ask(): void {
    const open = Array.from({ length: WORD_COUNT - SET_WORDS }, (_, at) => at + SET_WORDS + 1);
    const asked = Array.from({ length: ASKED_WORDS }, () => open.splice(randomInt(open.length), 1)).flat();
    this.#asked = asked.sort((one, other) => one - other);
    this.#empty(asked);
  }

  #checkSetWords(): Failure | null {
    const head = this.#entered.subarray(0, SET_WORDS);
    if (head.includes(EMPTY)) return null;
    const wrong = this.#differing().filter((position) => position <= SET_WORDS);
    if (wrong.length === 0) return null;
    // One wrong word, or neighbours that were swapped, are a typing error first (FORMATS §2.2); more tell another set.
    if (wrong.length === 1 || this.#areSwapped(wrong)) {
      this.#empty(wrong);
      return { code: "ceremony.read-back", positions: wrong };
    }
    const failure = this.#foreignSet();
    this.#empty([1, 2, 3, 4]);
    return failure;
  }

  /** Whether exactly these two positions are neighbours that stand in each other's place. */
  #areSwapped([one = 0, next = 0, ...more]: readonly number[]): boolean {
    const isPair = more.length === 0 && next === one + 1;
    return (
      isPair &&
      this.#entered[one - 1] === this.#own[next - 1] &&
      this.#entered[next - 1] === this.#own[one - 1]
    );
  }

  #foreignSet(): Failure {
    const head = ownNumbers(WORD_COUNT);
    head.set(this.#entered.subarray(0, SET_WORDS));
    // Four words end where x begins; any x but 0 stands in for the one that is not read.
    head[SET_WORDS] = 1 << 3;
    const payload = payloadIn(head);
    const header = readHeader(payload);
    payload.wipe();
    if (!header.ok) return header.error;
    const { practice, setId } = header.value;
    if (practice !== this.#practice) {
      return { code: this.#practice ? "share.production-in-practice" : "share.practice-in-production" };
    }
    return { code: "share.other-set", setId, expected: this.#set.id };
  }

  #whatIsWrong(): Failure {
    const positions = this.#differing();
    if (!checksumHolds(this.#entered)) {
      this.#empty(positions);
      return { code: "ceremony.read-back", positions };
    }
    // The words are a sound share of their own: somebody else's sheet is on the table.
    const payload = payloadIn(this.#entered);
    const owner = this.#set.shares.find((share) => share.commitment === commitment(payload));
    payload.wipe();
    this.#entered.fill(EMPTY);
    this.#asked = null;
    if (owner === undefined) return { code: "share.disagrees-with-file" };
    return { code: "ceremony.read-back-other-share", index: owner.index };
  }

  #differing(): number[] {
    return Array.from(this.#entered.keys())
      .filter((at) => this.#entered[at] !== EMPTY && this.#entered[at] !== this.#own[at])
      .map((at) => at + 1);
  }

  #empty(positions: readonly number[]): void {
    for (const position of positions) this.#entered[position - 1] = EMPTY;
  }

  #answer(verdict: Verdict): Entry {
    const filled = Array.from(this.#entered, (number) => number !== EMPTY);
    return { filled, asked: this.#asked, verdict };
  }
}
