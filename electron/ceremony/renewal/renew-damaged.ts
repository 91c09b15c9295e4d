import { fail, ok, type Result } from "../../contract/result";
import { type CleanGeneration, cleanGeneration, generationBehind } from "../../keystore/clean-generation";
import type { Keystore } from "../../keystore/document";
import { openWithRecoveryKey } from "../../keystore/open";
import { readClock } from "../clock";
import type { Effects } from "../effects";
import type { OpenedByQuorum, OpenedDamaged } from "./open-damaged";
import { opensAsMade, type Renewed } from "./renew";

/** A recovery of a damaged keystore, as far as people decide it. */
export interface DamagedRenewal extends Pick<CleanGeneration, "vaultName" | "ceremony"> {
  readonly opened: Pick<OpenedDamaged, "damaged" | "sha256" | "claims">;
  readonly quorum: OpenedByQuorum;
  /** What the quorum confirmed: names, each beside a commitment that provenCommitments gave, in the order of the index. */
  readonly shares: CleanGeneration["shareSet"]["shares"];
  readonly bits: 192 | 256;
}

/**
 * Makes a new Wrapping Key and a clean generation of a damaged keystore, and proves before anything is written that
 * it opens with that key and with the quorum's, and gives the same Master Key both times. Fails with ceremony.clock or
 * ceremony.proof-failed, and the new key is wiped.
 */
export function renewDamaged(
  renewal: DamagedRenewal,
  effects: Pick<Effects, "now" | "random">,
): Result<Renewed> {
  const { opened, quorum, bits, shares, vaultName, ceremony } = renewal;
  const { practice, setId, threshold } = quorum.set;
  const now = readClock(effects);
  if (!now.ok) return now;
  const wrappingKey = effects.random(bits / 8);
  let proven = false;
  try {
    const keystore = cleanGeneration({
      recoveryKey: opened.damaged.recoveryKey,
      sha256: opened.sha256,
      generation: generationBehind(opened.claims),
      proven: quorum.proven,
      practice,
      vaultName,
      shareSet: { setId, threshold, shares },
      wrappingKey,
      now: now.value,
      ceremony,
    });
    proven = opensAsMade(keystore, wrappingKey, quorum.proven.masterKey) && opensBy(quorum, keystore);
    return proven ? ok({ keystore, wrappingKey }) : fail({ code: "ceremony.proof-failed" });
  } finally {
    if (!proven) wrappingKey.wipe();
  }
}

function opensBy({ recoveryKey, proven }: OpenedByQuorum, keystore: Keystore): boolean {
  const opened = openWithRecoveryKey(keystore, recoveryKey);
  if (!opened.ok) return false;
  const same = opened.value.equals(proven.masterKey);
  opened.value.wipe();
  return same;
}
