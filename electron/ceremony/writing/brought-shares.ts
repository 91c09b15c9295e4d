import type { RepairedWord } from "../../contract/entry-views";
import { fail, type Result } from "../../contract/result";
import type { KeyShare } from "../../share/read-share";
import type { EntryEvent, Owner } from "../entry/entry";
import { type ExpectedShares, ShareDesk } from "../entry/share-desk";

/** Whether a share may count, besides those that were given already. */
type Admit = (share: KeyShare, given: readonly KeyShare[]) => Result<Owner>;

/** The shares that a quorum has brought so far, and the desk at which the next one is entered. */
export class BroughtShares {
  readonly #expected: ExpectedShares | null;
  readonly #admit: Admit;
  #given: KeyShare[] = [];
  #desk: ShareDesk | null = null;

  constructor(expected: ExpectedShares | null, admit: Admit) {
    this.#expected = expected;
    this.#admit = admit;
  }

  /** Lets a custodian enter something at the desk. */
  enter(by: (desk: ShareDesk) => EntryEvent): EntryEvent {
    this.#desk ??= new ShareDesk(this.#expected, (share) => this.#receive(share));
    return by(this.#desk);
  }

  /** The desk at which a share is being entered, or null. */
  get desk(): ShareDesk | null {
    return this.#desk;
  }

  /** The words of a repair that is offered at the desk. */
  repairedWords(offer: number): Result<readonly RepairedWord[]> {
    return this.#desk?.reveal(offer) ?? fail({ code: "ceremony.not-now" });
  }

  /** The entry has ended: forgets what was typed. Shares that were admitted stay. */
  closeDesk(): void {
    this.#desk?.wipe();
    this.#desk = null;
  }

  /** What was admitted; it stays here, and is wiped here. */
  get given(): readonly KeyShare[] {
    return this.#given;
  }

  /** Wipes everything that was brought. */
  forget(): void {
    this.closeDesk();
    for (const { payload } of this.#given) payload.wipe();
    this.#given = [];
  }

  #receive(share: KeyShare): Result<Owner> {
    const admitted = this.#admit(share, this.#given);
    if (admitted.ok) this.#given.push(share);
    else share.payload.wipe();
    return admitted;
  }
}
