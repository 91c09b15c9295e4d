import { fail, ok, type Result } from "../../contract/result";
import type { Fingerprints, MakingStage, PlanView } from "../../contract/views";
import { hex } from "../../crypto/hash";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { selfTest } from "../../crypto/self-test";
import { split } from "../../crypto/split";
import { createKeystore } from "../../keystore/create";
import type { Keystore } from "../../keystore/document";
import { fingerprintOf } from "../../keystore/facts";
import { openRecorder, type Recorder } from "../../record/recorder";
import { commitment, makePayload } from "../../share/payload";
import type { Effects } from "../effects";
import { proveKeystore } from "./prove";

/** What a generation has made: the frozen document, and the secrets that are still to be delivered. */
export interface Made {
  readonly keystore: Keystore;
  readonly wrappingKey: SecretBytes;
  /** The 39-byte payloads of shares 1..n. */
  readonly shares: readonly SecretBytes[];
  readonly recorder: Recorder;
}

/**
 * Makes the keys of a vault in DESIGN's order: self-tests; Master Key, Wrapping Key, Recovery Key; the split;
 * the document, frozen and sealed; the proof that it opens as a reader would open it. The Master Key and the
 * Recovery Key are wiped before this returns, and everything is when it fails. `onStage` is told before each part.
 */
export async function makeVault(
  plan: PlanView,
  ceremonyId: string,
  effects: Pick<Effects, "now" | "random" | "uuid">,
  onStage: (stage: MakingStage) => Promise<void>,
): Promise<Result<Made>> {
  await onStage("self-tests");
  const tested = await selfTest();
  if (!tested.ok) return tested;

  await onStage("keys");
  const masterKey = effects.random(32);
  const recoveryKey = effects.random(32);
  const wrappingKey = effects.random(plan.bits / 8);
  const recorder = openRecorder();
  let shares: readonly SecretBytes[] = [];
  const made = async (): Promise<Result<Keystore>> => {
    await onStage("split");
    const setId = effects.random(4).use(hex);
    shares = await splitIntoShares(recoveryKey, plan, setId);

    await onStage("seal");
    const keystore = createKeystore({
      vault: { id: effects.uuid(), name: plan.vaultName },
      practice: plan.practice,
      now: effects.now(),
      masterKey,
      wrappingKey,
      recoveryKey,
      threshold: plan.threshold,
      setId,
      shares: shares.map((share, at) => ({
        custodian: plan.custodians[at] ?? "",
        commitment: commitment(share),
      })),
      ceremony: { id: ceremonyId, kind: "generate", recordKey: recorder.publicKey },
    });

    await onStage("proof");
    const proven = await proveKeystore(keystore, masterKey, wrappingKey, shares);
    return proven ? ok(keystore) : fail({ code: "ceremony.proof-failed" });
  };
  let sound = false;
  try {
    const keystore = await made();
    if (!keystore.ok) return keystore;
    sound = true;
    return ok({ keystore: keystore.value, wrappingKey, shares, recorder });
  } finally {
    masterKey.wipe();
    recoveryKey.wipe();
    if (!sound) {
      wrappingKey.wipe();
      recorder.close();
      for (const share of shares) share.wipe();
    }
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

async function splitIntoShares(
  recoveryKey: SecretBytes,
  { practice, threshold, custodians }: PlanView,
  setId: string,
): Promise<readonly SecretBytes[]> {
  const points = await split(recoveryKey, custodians.length, threshold);
  try {
    return points.map((point) => makePayload({ practice, setId, threshold }, point));
  } finally {
    for (const point of points) point.wipe();
  }
}
