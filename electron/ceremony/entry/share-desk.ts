import type { HowEntered, OfferedRepair, RepairedWord } from "../../contract/entry-views";
import type { Failure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { SecretBytes } from "../../crypto/secret-bytes";
import type { ShareSetFacts } from "../../share/admit";
import { commitment, readHeader } from "../../share/payload";
import type { KeyShare } from "../../share/read-share";
import { foreignSet, oneSlip } from "../../share/repair/foreign-set";
import { SET_WORDS } from "../../share/repair/readings";
import type { KnownSets, Repair } from "../../share/repair/repair";
import { readTypedShare } from "../../share/typed-share";
import { checksumHolds, payloadIn, WORD_COUNT } from "../../share/word-numbers";
import type { Effects } from "../effects";
import { EMPTY, EnteredWords } from "./entered-words";
import type { EntryEvent, Outcome, Owner } from "./entry";

/** What a keystore says of the shares that may come to the desk. */
export interface ExpectedShares {
  readonly practice: boolean;
  readonly shareSet: ShareSetFacts;
  readonly retiredShareSets: readonly ShareSetFacts[];
}

/** Decides about a share whose own checks hold. It takes the share over, to keep or to wipe. */
export type Receive = (share: KeyShare) => Result<Owner>;

type Entered = Extract<EntryEvent, { type: "entered" }>;

/**
 * Where one share is entered: holds the words, and what a search found, until they are a share or are given up.
 * Nothing is corrected without the person's yes.
 */
export class ShareDesk {
  readonly #words = new EnteredWords();
  readonly #expected: ExpectedShares | null;
  readonly #receive: Receive;
  #repairs: readonly Repair[] = [];
  #search: AbortController | null = null;

  /** `expected` is null where no keystore can be relied on: a share then speaks for itself alone. */
  constructor(expected: ExpectedShares | null, receive: Receive) {
    this.#expected = expected;
    this.#receive = receive;
  }

  /** Enters a word, several, a whole sheet, or the text of its code. */
  enter(position: number, text: string): Entered {
    const typed = readTypedShare(text);
    if (typed.kind === "refused") return this.#entered({ kind: "refused", failure: typed.failure });
    if (typed.kind === "code") return this.#entered(this.#hand(typed.payload, "code"));
    const unknown = this.#words.enter(position, typed);
    return this.#entered(unknown === null ? this.#judge() : { kind: "refused", failure: unknown });
  }

  /** Empties `position` (1..31). */
  forget(position: number): Entered {
    this.#words.empty([position]);
    return this.#entered({ kind: "incomplete" });
  }

  /** Empties every position. */
  startOver(): Entered {
    this.#words.startOver();
    return this.#entered({ kind: "incomplete" });
  }

  /** The sheet holds no more words: with 30 of them, the place of the missing one is searched for. */
  endWords(): Entered {
    const { count } = this.#words;
    const isOneShort = count === WORD_COUNT - 1 && this.#words.numbers[count] === EMPTY;
    return this.#entered(
      isOneShort ? { kind: "damaged" } : { kind: "refused", failure: { code: "share.word-count", count } },
    );
  }

  /** Searches for the words that are missing or wrong. What is found is offered, and held here. */
  async search(
    searchShare: Effects["searchShare"],
    onProgress: (done: number) => void,
  ): Promise<Result<readonly OfferedRepair[]>> {
    const search = new AbortController();
    this.#search = search;
    const entered = this.#words.numbers.subarray(0, this.#words.count);
    const known = this.#expected === null ? null : setsOf(this.#expected);
    const found = await searchShare(entered, known, { onProgress, signal: search.signal });
    this.#search = null;
    if (!found.ok) return found;
    this.#repairs = found.value.solutions;
    if (search.signal.aborted) {
      // It was found as the person cancelled, or left: nobody asks for it any more.
      this.#forgetRepairs();
      return fail({ code: "share.search-cancelled" });
    }
    return ok(
      this.#repairs.map(({ kind, changes, proof }) => ({
        kind,
        proof,
        positions: changes.map(({ position }) => position),
      })),
    );
  }

  /** Ends the search under way, if there is one. */
  cancelSearch(): void {
    this.#search?.abort();
  }

  /** The words that offer `at` (from 0) would put in place, for the person to compare with the sheet. */
  reveal(at: number): Result<readonly RepairedWord[]> {
    const repair = this.#repairs[at];
    return repair === undefined ? fail({ code: "ceremony.not-now" }) : ok(repair.changes);
  }

  /** Takes offer `at` (from 0) with the person's yes. What is only probable is never taken for a share. */
  take(at: number): Entered {
    const repair = this.#repairs[at];
    if (repair === undefined)
      return this.#entered({ kind: "refused", failure: { code: "ceremony.not-now" } });
    if (repair.proof === "probable") {
      return this.#entered({ kind: "refused", failure: { code: "share.only-probable" } });
    }
    return this.#entered(
      this.#hand(
        repair.payload.use((bytes) => SecretBytes.copyOf(bytes)),
        "repaired",
      ),
    );
  }

  /** None of the offers is right: they are forgotten, and the words stay. */
  refuse(): EntryEvent {
    this.#forgetRepairs();
    return { type: "repairs-refused" };
  }

  /** Forgets everything and ends a search. */
  wipe(): void {
    this.cancelSearch();
    this.#forgetRepairs();
    this.#words.wipe();
  }

  #forgetRepairs(): void {
    for (const { payload } of this.#repairs) payload.wipe();
    this.#repairs = [];
  }

  #judge(): Outcome {
    const foreign = this.#foreignSet();
    if (foreign !== null) return { kind: "refused", failure: foreign };
    if (this.#words.count < WORD_COUNT) return { kind: "incomplete" };
    const isWhole = this.#words.unreadable.length === 0 && checksumHolds(this.#words.numbers);
    return isWhole ? this.#hand(payloadIn(this.#words.numbers), "words") : { kind: "damaged" };
  }

  /** What the first four words tell as soon as they stand: that the sheet is of no set that this keystore knows. */
  #foreignSet(): Failure | null {
    const { numbers } = this.#words;
    if (this.#expected === null || numbers.subarray(0, SET_WORDS).includes(EMPTY)) return null;
    const foreign = foreignSet(numbers, setsOf(this.#expected), oneSlip);
    if (foreign !== null) this.#words.startOver();
    return foreign;
  }

  #hand(payload: SecretBytes, how: HowEntered): Outcome {
    const header = readHeader(payload);
    if (!header.ok) {
      payload.wipe();
      return { kind: "refused", failure: header.error };
    }
    const admitted = this.#receive({ header: header.value, payload, commitment: commitment(payload) });
    if (!admitted.ok) return { kind: "refused", failure: admitted.error };
    return { kind: "taken", taken: { ...admitted.value, how } };
  }

  /** Whatever is entered ends an offer. */
  #entered(outcome: Outcome): Entered {
    this.#forgetRepairs();
    return { type: "entered", cells: this.#words.cells, outcome };
  }
}

function setsOf({ practice, shareSet, retiredShareSets }: ExpectedShares): KnownSets {
  return { practice, sets: [shareSet, ...retiredShareSets] };
}
