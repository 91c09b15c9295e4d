import type { MakingStage } from "../../contract/ceremony-views";
import type { PlanView } from "../../contract/plan";
import type { Result } from "../../contract/result";
import { selfTest } from "../../crypto/self-test";
import type { Effects } from "../effects";
import { renewDamaged } from "../renewal/renew-damaged";
import type { DamagedOpening } from "./damaged-opening";
import type { Made, Recorded } from "./make";

interface DamagedVault {
  readonly plan: PlanView;
  readonly recorded: Recorded;
  readonly opening: DamagedOpening;
}

/**
 * Opens a damaged keystore once more with its quorum's shares, and makes a clean generation with the names that the
 * quorum has confirmed, in renewVault's order. What was brought and both keys are wiped before this returns.
 * Nothing is written here.
 */
export async function renewDamagedVault(
  { plan, recorded, opening }: DamagedVault,
  effects: Pick<Effects, "now" | "random">,
  onStage: (stage: MakingStage) => Promise<void>,
): Promise<Result<Made>> {
  const { renews, vaultName, custodians, bits } = plan;
  if (renews?.kind !== "recover-damaged") throw new Error("The keystore is not damaged.");
  await onStage("self-tests");
  const tested = await selfTest();
  if (!tested.ok) return tested;
  await onStage("open");
  const { opened, commitments } = opening;
  const quorum = await opening.open(renews.fingerprint);
  opening.forget();
  if (!quorum.ok) return quorum;
  try {
    await onStage("keys");
    const { ceremonyId, recordKey } = recorded;
    const shares = commitments.map((commitment, at) => ({ custodian: custodians[at] ?? "", commitment }));
    const ceremony = { id: ceremonyId, kind: "recover", recordKey } as const;
    const renewed = renewDamaged(
      { opened, quorum: quorum.value, vaultName, shares, bits, ceremony },
      effects,
    );
    return renewed.ok ? { ok: true, value: { ...renewed.value, shares: [], recoveryKey: null } } : renewed;
  } finally {
    quorum.value.proven.masterKey.wipe();
    quorum.value.recoveryKey.wipe();
  }
}
