import type { MakingStage } from "../../contract/ceremony-views";
import type { PlanView } from "../../contract/plan";
import { assertNever, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { selfTest } from "../../crypto/self-test";
import type { Effects } from "../effects";
import { renewWrappingKey } from "../renewal/renew";
import { renewShareSet } from "../renewal/reshare";
import type { Made, Recorded } from "./make";
import type { Opening } from "./opening";

interface Renewal {
  readonly plan: PlanView;
  readonly recorded: Recorded;
  readonly opening: Opening;
}

/**
 * Opens a keystore with what was brought for it and makes its next generation, in DESIGN's order: self-tests; the
 * Master Key, proven against fingerprint and seal; the new Wrapping Key or share set; the proof that the new generation
 * opens. What was brought and the Master Key are wiped before this returns. Nothing is written here.
 */
export async function renewVault(
  { plan, recorded, opening }: Renewal,
  effects: Pick<Effects, "now" | "random">,
  onStage: (stage: MakingStage) => Promise<void>,
): Promise<Result<Made>> {
  await onStage("self-tests");
  const tested = await selfTest();
  if (!tested.ok) return tested;
  await onStage("open");
  const masterKey = await opening.masterKey();
  opening.forget();
  if (!masterKey.ok) return masterKey;
  try {
    await onStage("keys");
    return await makeNext(plan, recorded, opening, masterKey.value, effects);
  } finally {
    masterKey.value.wipe();
  }
}

async function makeNext(
  plan: PlanView,
  { ceremonyId, recordKey }: Recorded,
  { opened }: Opening,
  masterKey: SecretBytes,
  effects: Pick<Effects, "now" | "random">,
): Promise<Result<Made>> {
  const renews = renewalOf(plan);
  const succession = {
    keystore: opened.keystore,
    sha256: opened.sha256,
    masterKey,
    ceremony: { id: ceremonyId, recordKey },
    destroyed: renews.destroyed,
  };
  switch (renews.kind) {
    case "recover":
    case "rotate": {
      const bits = plan.bits === opened.keystore.wrappingKey.bits ? null : plan.bits;
      const renewed = renewWrappingKey({ ...succession, kind: renews.kind, bits }, effects);
      return renewed.ok ? { ok: true, value: { ...renewed.value, shares: [], recoveryKey: null } } : renewed;
    }
    case "reshare": {
      const { threshold, custodians } = plan;
      const reshared = await renewShareSet({ ...succession, threshold, custodians }, effects);
      return reshared.ok ? { ok: true, value: { ...reshared.value, wrappingKey: null } } : reshared;
    }
    default:
      return assertNever(renews.kind);
  }
}

/** Why and how a sound keystore is renewed. */
function renewalOf({ renews }: PlanView) {
  if (renews === null || renews.kind === "recover-damaged") throw new Error("No sound keystore to renew.");
  return renews;
}
