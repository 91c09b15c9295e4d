import { fail, ok, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { forbiddenChange } from "../../keystore/allowed-change";
import type { Keystore } from "../../keystore/document";
import { nextGeneration, type Succession, type WrappingKeyChange } from "../../keystore/next-generation";
import { openWithWrappingKey } from "../../keystore/open";
import { outgrown } from "../../keystore/outgrown";
import { parseKeystore } from "../../keystore/parse";
import { serializeKeystore } from "../../keystore/serialize";
import { readClock } from "../clock";
import type { Effects } from "../effects";

/** A next generation that is proven and not yet written, and the new Wrapping Key that opens it, still to be delivered. */
export interface Renewed {
  readonly keystore: Keystore;
  /** The caller's to wipe. */
  readonly wrappingKey: SecretBytes;
}

/** A recover or a rotate, as far as people decide it. */
export interface WrappingKeyRenewal extends Omit<Succession, "now"> {
  readonly kind: WrappingKeyChange["kind"];
  /** Null keeps the size that the Wrapping Key has. */
  readonly bits: 192 | 256 | null;
}

/**
 * Makes a new Wrapping Key and the generation that it opens, and proves before anything is written that it does, that
 * it gives the same Master Key, and that nothing else was changed: shares on paper stay valid, for `recoveryKey`
 * and `shareSet` are the same. Fails with ceremony.clock, keystore.outgrown or ceremony.proof-failed, and the new key is wiped. The Master Key
 * stays the caller's.
 */
export function renewWrappingKey(
  renewal: WrappingKeyRenewal,
  effects: Pick<Effects, "now" | "random">,
): Result<Renewed> {
  const { kind, bits, keystore, masterKey } = renewal;
  const now = readClock(effects);
  if (!now.ok) return now;
  const wrappingKey = effects.random((bits ?? keystore.wrappingKey.bits) / 8);
  let proven = false;
  try {
    const next = nextGeneration({ ...renewal, now: now.value }, { kind, wrappingKey });
    const tooLarge = outgrown(next);
    if (tooLarge !== null) return fail(tooLarge);
    proven = forbiddenChange(renewal, next, kind, bits) === null && opensAsMade(next, wrappingKey, masterKey);
    return proven ? ok({ keystore: next, wrappingKey }) : fail({ code: "ceremony.proof-failed" });
  } finally {
    if (!proven) wrappingKey.wipe();
  }
}

/** Whether a document, read from its bytes as a file's would be, gives this Master Key to this Wrapping Key. */
export function opensAsMade(made: Keystore, wrappingKey: SecretBytes, masterKey: SecretBytes): boolean {
  const read = parseKeystore(serializeKeystore(made));
  if (!read.ok) return false;
  const opened = openWithWrappingKey(read.value, wrappingKey);
  if (!opened.ok) return false;
  const same = opened.value.equals(masterKey);
  opened.value.wipe();
  return same;
}
