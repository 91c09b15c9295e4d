import { SecretBytes } from "../crypto/secret-bytes";
import type { Found } from "../share/repair/conclude";
import { hashesOf, type SearchPlan } from "../share/repair/plan";
import type { FromWorker, ToWorker } from "./messages";

/** Which parts of a plan are given out and done, and what they gave. */
export class Ledger {
  /** Whoever concludes the search owns these. */
  readonly found: Found[] = [];
  readonly #plan: SearchPlan;
  readonly #hashes: number;
  readonly #endsAtFirst: boolean;
  #given = 0;
  #done = 0;
  #ended = false;

  /** `endsAtFirst`: what a commitment proves is the only solution, so that nothing is given out after it. */
  constructor(plan: SearchPlan, endsAtFirst: boolean) {
    this.#plan = plan;
    this.#hashes = plan.parts.reduce((sum, part) => sum + hashesOf(part), 0);
    this.#endsAtFirst = endsAtFirst;
  }

  /** What the next worker that asks is told. */
  next(): ToWorker {
    return this.#ended || this.#given === this.#plan.parts.length ? "end" : { part: this.#given++ };
  }

  /** Takes a worker's answer; gives how much is done, 0..1. */
  take({ part, payloads }: FromWorker): number {
    this.found.push(
      ...payloads.map((memory) => ({ part, payload: SecretBytes.take(new Uint8Array(memory)) })),
    );
    if (this.#endsAtFirst && this.found.length > 0) this.#ended = true;
    const of = this.#plan.parts[part];
    this.#done += of === undefined ? 0 : hashesOf(of);
    return this.#done / this.#hashes;
  }

  /** Whether nothing is left to be found. */
  get complete(): boolean {
    return this.#done === this.#hashes || (this.#endsAtFirst && this.found.length > 0);
  }

  /** Gives out nothing more. */
  end(): void {
    this.#ended = true;
  }
}
