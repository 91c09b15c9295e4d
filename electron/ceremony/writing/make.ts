import type { Fingerprints, MakingStage } from "../../contract/ceremony-views";
import type { PlanView } from "../../contract/plan";
import { fail, ok, type Result } from "../../contract/result";
import { hex } from "../../crypto/hash";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { selfTest } from "../../crypto/self-test";
import { createKeystore } from "../../keystore/create";
import type { Keystore } from "../../keystore/document";
import { fingerprintOf } from "../../keystore/facts";
import { commitment } from "../../share/payload";
import { readClock } from "../clock";
import type { Effects } from "../effects";
import { splitIntoShares } from "../split-into-shares";
import { proveKeystore } from "./prove";

/** What a ceremony has made: the frozen document, and the secrets that are still to be delivered. */
export interface Made {
  readonly keystore: Keystore;
  /** Null in a reshare: the vault keeps the one that it has. */
  readonly wrappingKey: SecretBytes | null;
  /** Opens the keystore of a reshare for the last check; null elsewhere. */
  readonly recoveryKey: SecretBytes | null;
  /** The 39-byte payloads of shares 1..n; none where the sheets on paper stay good. */
  readonly shares: readonly SecretBytes[];
}

/** The ceremony, and its record, as the keystore will list them. */
export interface Recorded {
  readonly ceremonyId: string;
  readonly vaultId: string;
  /** 32 bytes: the key that the record is sealed with. */
  readonly recordKey: Uint8Array;
}

/**
 * Makes the keys of a vault in DESIGN's order: self-tests; Master Key, Wrapping Key, Recovery Key; the split;
 * the document, frozen and sealed; the proof that it opens as a reader would open it. The Master Key and the
 * Recovery Key are wiped before this returns, and everything is when it fails. `onStage` is told before each part.
 */
export async function makeVault(
  plan: PlanView,
  { ceremonyId, vaultId, recordKey }: Recorded,
  effects: Pick<Effects, "now" | "random">,
  onStage: (stage: MakingStage) => Promise<void>,
): Promise<Result<Made>> {
  await onStage("self-tests");
  const tested = await selfTest();
  if (!tested.ok) return tested;
  const now = readClock(effects);
  if (!now.ok) return now;

  await onStage("keys");
  // Filled as they are made, so that whatever fails, and wherever, leaves none of them behind.
  const passing: SecretBytes[] = [];
  const lasting: SecretBytes[] = [];
  let sound = false;
  try {
    const masterKey = kept(effects.random(32), passing);
    const recoveryKey = kept(effects.random(32), passing);
    const wrappingKey = kept(effects.random(plan.bits / 8), lasting);

    await onStage("split");
    const setId = kept(effects.random(4), passing).use(hex);
    const { practice, threshold, custodians } = plan;
    const shares = await splitIntoShares(recoveryKey, { practice, setId, threshold }, custodians.length);
    lasting.push(...shares);

    await onStage("seal");
    const keystore = createKeystore({
      vault: { id: vaultId, name: plan.vaultName },
      practice: plan.practice,
      now: now.value,
      masterKey,
      wrappingKey,
      recoveryKey,
      threshold: plan.threshold,
      setId,
      shares: shares.map((share, at) => ({
        custodian: plan.custodians[at] ?? "",
        commitment: commitment(share),
      })),
      ceremony: { id: ceremonyId, kind: "generate", recordKey },
    });

    await onStage("proof");
    sound = await proveKeystore(keystore, masterKey, wrappingKey, shares);
    if (!sound) return fail({ code: "ceremony.proof-failed" });
    return ok({ keystore, wrappingKey, recoveryKey: null, shares });
  } finally {
    for (const secret of sound ? passing : [...passing, ...lasting]) secret.wipe();
  }
}

/** The names that people compare: none of them reveals a key. */
export function fingerprintsOf(keystore: Keystore): Fingerprints {
  return {
    vault: fingerprintOf(keystore),
    masterKey: keystore.masterKey.kid,
    wrappingKey: keystore.wrappingKey.kid,
    shareSet: keystore.shareSet.id,
  };
}

/** The secret itself, once it stands in the list of those to wipe. */
function kept(secret: SecretBytes, list: SecretBytes[]): SecretBytes {
  list.push(secret);
  return secret;
}
