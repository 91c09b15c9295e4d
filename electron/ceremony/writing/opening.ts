import { fail, ok, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { openWithWrappingKey } from "../../keystore/open";
import { admit } from "../../share/admit";
import { openWithQuorum } from "../open-with-quorum";
import { generationOpenedBy } from "../renewal/copies-beside";
import type { OpenedKeystore } from "../renewal/open-for-renewal";
import { BroughtShares } from "./brought-shares";

/**
 * The keystore of a renewal, and what was brought to open it: the quorum's shares, or the Wrapping Key. They are here
 * until the keystore was opened, the plan changes, nobody attends to them, or the ceremony ends.
 */
export class Opening {
  readonly opened: OpenedKeystore;
  readonly shares: BroughtShares;
  #currentKey: SecretBytes | null = null;

  constructor(opened: OpenedKeystore) {
    this.opened = opened;
    const { shareSet, practice, retiredShareSets } = opened.keystore;
    this.shares = new BroughtShares(opened.keystore, (share, given) =>
      admit(share, shareSet, practice, retiredShareSets, given),
    );
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
    const generation = await generationOpenedBy(this.opened, key);
    key.wipe();
    return generation === null ? masterKey : fail({ code: "ceremony.key-of-generation", generation });
  }

  /** Opens the keystore with what was brought, and gives the Master Key, the caller's to wipe. */
  async masterKey(): Promise<Result<SecretBytes>> {
    const { keystore } = this.opened;
    if (this.#currentKey !== null) return openWithWrappingKey(keystore, this.#currentKey);
    return openWithQuorum(keystore, this.shares.given);
  }

  /** Wipes everything that was brought. */
  forget(): void {
    this.shares.forget();
    this.#currentKey?.wipe();
    this.#currentKey = null;
  }
}
