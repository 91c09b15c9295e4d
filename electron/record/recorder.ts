import { newSigningPair } from "../crypto/signing";

/** Takes down what happens in one ceremony, under a key made for it alone. */
export interface Recorder {
  /** 32 bytes: the keystore's `ceremonies[].recordKey`. */
  readonly publicKey: Uint8Array;
  /** `event` is `kind.what`; `data` never holds a key, a share, words, a QR text or a rejected entry. */
  note(event: string, actor: string, data: Readonly<Record<string, unknown>>): void;
  /** Wipes the private key. Called however the ceremony ends. */
  close(): void;
}

/**
 * Opens the record of one ceremony with a fresh Ed25519 key. This version anchors that key in the keystore and
 * keeps no file: what is noted is dropped.
 */
export function openRecorder(): Recorder {
  const pair = newSigningPair();
  return {
    publicKey: pair.publicKey,
    note: () => undefined,
    close: () => pair.wipe(),
  };
}
