import type { Delivery } from "../../contract/plan";
import { fail, ok, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { removeEmptyFolder } from "../../files/folder";
import type { Lock } from "../../files/lock";
import { removeFile } from "../../files/remove-file";
import type { Replaced } from "../../files/replace-file";
import type { Keystore } from "../../keystore/document";
import { openWithRecoveryKey, openWithWrappingKey } from "../../keystore/open";
import { toWords } from "../../share/words";
import { removeDelivered } from "../renewal/deliver";
import type { OpenedDamaged } from "../renewal/open-damaged";
import type { OpenedKeystore } from "../renewal/open-for-renewal";
import { openWithKeyFile } from "../renewal/open-with-key-file";
import type { BroughtShares } from "./brought-shares";
import { DamagedOpening } from "./damaged-opening";
import type { Made } from "./make";
import { Opening } from "./opening";
import type { PrinterProof } from "./printer-proof";
import { type Entry, ReadBack } from "./read-back";

/**
 * Everything of one ceremony that must not outlive it: the secrets still to be delivered, and what it wrote on
 * disk before the commit. The only place in the ceremony room that holds a secret between two events.
 */
export class Custody {
  readonly #opening: Opening | DamagedOpening | null;
  #made: Made | null = null;
  #takenBack: SecretBytes | null = null;
  #readBack: ReadBack | null = null;
  #proof: PrinterProof | null = null;
  #lock: { readonly path: string; readonly lock: Lock } | null = null;
  readonly #files = new Set<string>();
  /** Of those, the Wrapping Key's. */
  readonly #keyFiles = new Set<string>();
  /** Of those, the locks of this ceremony that could not be removed. */
  readonly #locksLeft = new Set<string>();
  /** Of a rehearsal: the folders of its sheets, by the folder that each is in. */
  readonly #sheetsFolders = new Map<string, string>();

  /** What may be on paper from here on, for the note that the next start reads. */
  readonly paper = { shares: false, key: false };

  /** `opened`: the keystore of a renewal, whose lock is held from here on; null in a generation. */
  constructor(opened: OpenedKeystore | OpenedDamaged | null) {
    this.#opening = openingOf(opened);
    if (opened !== null) this.#lock = { path: opened.path, lock: opened.lock };
  }

  /** The keystore of a renewal, and what was brought to open it. */
  get opening(): Opening {
    if (!(this.#opening instanceof Opening)) throw new Error("No sound keystore is opened.");
    return this.#opening;
  }

  /** The damaged keystore of a recovery, and the shares that were brought to open it. */
  get damaged(): DamagedOpening {
    if (!(this.#opening instanceof DamagedOpening)) throw new Error("No damaged keystore is opened.");
    return this.#opening;
  }

  /** The shares that were brought to open the keystore of a renewal. */
  get shares(): BroughtShares {
    return this.#renewed().shares;
  }

  /** The keystore file of a renewal, which its next generation replaces. */
  get replaced(): Replaced {
    return this.#renewed().opened;
  }

  /** The SHA-256 (64 hex) of the keystore file that a renewal replaces; null in a generation. */
  get replaces(): string | null {
    return this.#opening?.opened.sha256 ?? null;
  }

  /** The vault whose keystore is renewed; null in a generation. Of a damaged keystore a quorum will prove it. */
  get vaultId(): string | null {
    const { opened } = this.#opening ?? { opened: null };
    if (opened === null) return null;
    return "damaged" in opened ? opened.damaged.vaultId : opened.keystore.vault.id;
  }

  /** Ends the search for damaged words at the desk, if there is one. */
  cancelSearch(): void {
    this.#opening?.shares.desk?.cancelSearch();
  }

  /** The entry of a share has ended. */
  closeDesk(): void {
    this.#opening?.shares.closeDesk();
  }

  /** Wipes what was brought to open the keystore of a renewal. */
  forgetBrought(): void {
    this.#opening?.forget();
  }

  /** Takes over what was made. */
  hold(made: Made): void {
    this.#made = made;
  }

  get keystore(): Keystore {
    return this.#held().keystore;
  }

  get wrappingKey(): SecretBytes {
    const { wrappingKey } = this.#held();
    if (wrappingKey === null) throw new Error("A reshare makes no Wrapping Key.");
    return wrappingKey;
  }

  /**
   * Opens the keystore that was made, as its reader will: with the key as its file holds it now, or as its sheet gave it
   * back; in a reshare with the new Recovery Key.
   */
  async openAgain(keystore: Keystore, delivery: Delivery): Promise<Result<SecretBytes>> {
    const { recoveryKey } = this.#held();
    if (recoveryKey !== null) return openWithRecoveryKey(keystore, recoveryKey);
    if (delivery.way === "file") return openWithKeyFile(keystore, delivery.path);
    return openWithWrappingKey(keystore, this.takenBack);
  }

  /** The Wrapping Key as it came back from where it was delivered. */
  get takenBack(): SecretBytes {
    if (this.#takenBack === null) throw new Error("The Wrapping Key has not come back.");
    return this.#takenBack;
  }

  /** Keeps a key that came back, for the last check, if it is the one that was delivered; wipes any other. */
  takeBackIfSame(key: SecretBytes): Result<null> {
    if (!key.equals(this.wrappingKey)) {
      key.wipe();
      return fail({ code: "wrapping-key.does-not-open" });
    }
    this.#takenBack?.wipe();
    this.#takenBack = key;
    return ok(null);
  }

  /** What the proof page says that was printed last. No secret, but nobody's to know before they have read the page. */
  get proof(): PrinterProof {
    if (this.#proof === null) throw new Error("No proof page was printed.");
    return this.#proof;
  }

  /** Keeps what a proof page says, to compare with what is read from it. */
  holdProof(proof: PrinterProof): void {
    this.#proof = proof;
  }

  /** Share `index`'s payload, 39 bytes; wiped once its read-back matched. */
  share(index: number): SecretBytes {
    const share = this.#held().shares[index - 1];
    if (share === undefined) throw new Error(`No share ${index}`);
    return share;
  }

  /** Words `4·group` and the next three of share `index`, for its custodian to copy by hand. */
  fourWords(index: number, group: number): readonly string[] {
    return toWords(this.share(index)).slice(group * 4, group * 4 + 4);
  }

  /** Lets `enter` work on the read-back of share `index`; a match wipes the share at once. */
  enter(index: number, by: (readBack: ReadBack) => Entry): Entry {
    const { shareSet } = this.keystore;
    this.#readBack ??= new ReadBack(this.share(index), shareSet);
    const entry = by(this.#readBack);
    if (entry.verdict.kind === "matches") this.share(index).wipe();
    return entry;
  }

  /** Forgets what was entered so far. */
  endReadBack(): void {
    this.#readBack?.wipe();
    this.#readBack = null;
  }

  /** A file that stays whatever happens: what stands in the keystore's place may need it. */
  disown(path: string): void {
    this.#files.delete(path);
  }

  /** The same for a Wrapping Key's file: it must go if it holds that key still. */
  owesKey(path: string): void {
    this.#keyFiles.add(path);
    this.owes(path);
  }

  /** Remembers a file that must go if the ceremony does not end well. */
  owes(path: string): void {
    this.#files.add(path);
  }

  /** The folder of a rehearsal's sheets in `place`: what `make` gives the first time, and the same from then on. */
  async sheetsFolder(place: string, make: () => Promise<Result<string>>): Promise<Result<string>> {
    const known = this.#sheetsFolders.get(place);
    if (known !== undefined) return ok(known);
    const made = await make();
    if (made.ok) this.#sheetsFolders.set(place, made.value);
    return made;
  }

  /** Swaps the lock that is held for the one of the keystore at `path`. One that cannot be removed is owed. */
  async holdLock(path: string, lock: Lock): Promise<void> {
    await this.#releaseLock();
    this.#lock = { path, lock };
  }

  /** Whether the lock that is held is the one of the keystore at `path`. */
  locks(path: string): boolean {
    return this.#lock?.path === path;
  }

  /**
   * The keystore is written and proven: wipes what is left, keeps the files, releases the lock. Gives the locks that
   * could not be removed, now or when another place was taken.
   */
  async settle(): Promise<readonly string[]> {
    this.wipe();
    await this.#releaseLock();
    const left: string[] = [];
    for (const file of this.#locksLeft) {
      if (!(await removeFile(file)).ok) left.push(file);
    }
    this.#locksLeft.clear();
    this.#files.clear();
    return left;
  }

  /** The ceremony ends without a keystore: wipes everything, removes what it wrote. Gives the paths that stayed. */
  async clear(): Promise<readonly string[]> {
    this.wipe();
    const remaining: string[] = [];
    for (const path of this.#files) {
      const removed = this.#keyFiles.has(path)
        ? await removeDelivered(path, this.keystore.wrappingKey.kid)
        : await removeFile(path);
      if (!removed.ok) remaining.push(path);
    }
    for (const folder of this.#sheetsFolders.values()) await removeEmptyFolder(folder);
    this.#sheetsFolders.clear();
    const stayed = await this.#releaseLock();
    return stayed === null || remaining.includes(stayed) ? remaining : [...remaining, stayed];
  }

  /** Wipes every secret. What was made stays readable where it is public. */
  wipe(): void {
    this.endReadBack();
    this.forgetBrought();
    this.#takenBack?.wipe();
    this.#made?.wrappingKey?.wipe();
    this.#made?.recoveryKey?.wipe();
    for (const share of this.#made?.shares ?? []) share.wipe();
  }

  /** Gives the path of a lock that could not be removed. */
  async #releaseLock(): Promise<string | null> {
    const lock = this.#lock?.lock ?? null;
    this.#lock = null;
    if (lock === null || (await lock.release()).ok) return null;
    this.owes(lock.file);
    this.#locksLeft.add(lock.file);
    return lock.file;
  }

  #renewed(): Opening | DamagedOpening {
    if (this.#opening === null) throw new Error("A generation opens no keystore.");
    return this.#opening;
  }

  #held(): Made {
    if (this.#made === null) throw new Error("Nothing was made yet.");
    return this.#made;
  }
}

function openingOf(opened: OpenedKeystore | OpenedDamaged | null): Opening | DamagedOpening | null {
  if (opened === null) return null;
  return "damaged" in opened ? new DamagedOpening(opened) : new Opening(opened);
}
