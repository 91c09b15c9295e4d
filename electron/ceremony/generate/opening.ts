import { fail, ok, type Result } from "../../contract/result";
import type { RepairedWord } from "../../contract/views";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { openWithWrappingKey } from "../../keystore/open";
import { type Admitted, admit } from "../../share/admit";
import type { KeyShare } from "../../share/read-share";
import type { EntryEvent } from "../entry/entry";
import { ShareDesk } from "../entry/share-desk";
import { openWithQuorum } from "../open-with-quorum";
import { generationOpenedBy } from "../renewal/copies-beside";
import type { OpenedKeystore } from "../renewal/open-for-renewal";

/**
 * The keystore of a renewal, and what was brought to open it: the quorum's shares, or the Wrapping Key. They are here
 * until the keystore was opened, the plan changes, nobody attends to them, or the ceremony ends.
 */
export class Opening {
  readonly opened: OpenedKeystore;
  #given: KeyShare[] = [];
  #currentKey: SecretBytes | null = null;
  #desk: ShareDesk | null = null;

  constructor(opened: OpenedKeystore) {
    this.opened = opened;
  }

  /** Lets a custodian enter something at the desk. */
  enter(by: (desk: ShareDesk) => EntryEvent): EntryEvent {
    this.#desk ??= new ShareDesk(this.opened.keystore, (share) => this.#receive(share));
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

  /** Keeps the Wrapping Key if it opens the keystore; wipes any other, and says which older generation it opens. */
  async takeCurrentKey(key: SecretBytes): Promise<Result<null>> {
    const masterKey = openWithWrappingKey(this.opened.keystore, key);
    if (masterKey.ok) {
      masterKey.value.wipe();
      this.#currentKey?.wipe();
      this.#currentKey = key;
      return ok(null);
    }
    const generation = await generationOpenedBy(this.opened.path, key);
    key.wipe();
    return generation === null ? masterKey : fail({ code: "ceremony.key-of-generation", generation });
  }

  /** Opens the keystore with what was brought, and gives the Master Key, the caller's to wipe. */
  async masterKey(): Promise<Result<SecretBytes>> {
    const { keystore } = this.opened;
    if (this.#currentKey !== null) return openWithWrappingKey(keystore, this.#currentKey);
    return openWithQuorum(keystore, this.#given);
  }

  /** Wipes everything that was brought. */
  forget(): void {
    this.closeDesk();
    for (const { payload } of this.#given) payload.wipe();
    this.#given = [];
    this.#currentKey?.wipe();
    this.#currentKey = null;
  }

  #receive(share: KeyShare): Result<Admitted> {
    const { shareSet, practice, retiredShareSets } = this.opened.keystore;
    const admitted = admit(share, shareSet, practice, retiredShareSets, this.#given);
    if (admitted.ok) this.#given.push(share);
    else share.payload.wipe();
    return admitted;
  }
}
