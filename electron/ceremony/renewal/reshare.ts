import { fail, ok, type Result } from "../../contract/result";
import { hex } from "../../crypto/hash";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { forbiddenChange } from "../../keystore/allowed-change";
import type { Keystore } from "../../keystore/document";
import { nextGeneration, type Succession } from "../../keystore/next-generation";
import { outgrown } from "../../keystore/outgrown";
import { parseKeystore } from "../../keystore/parse";
import { serializeKeystore } from "../../keystore/serialize";
import { commitment } from "../../share/payload";
import { readClock } from "../clock";
import type { Effects } from "../effects";
import { everyShareOpens } from "../every-share-opens";
import { splitIntoShares } from "../split-into-shares";

/** A next generation that is proven and not yet written, and the new set's shares, still to be put on paper. */
export interface Reshared {
  readonly keystore: Keystore;
  /** The 39-byte payloads of shares 1..n, the caller's to wipe. */
  readonly shares: readonly SecretBytes[];
  /** Opens `keystore` when it was written, for the last check; the caller's to wipe. */
  readonly recoveryKey: SecretBytes;
}

/** A reshare, as far as people decide it. */
export interface ShareSetRenewal extends Omit<Succession, "now"> {
  readonly threshold: number;
  /** Names that went through readName, distinct, in the order of their index. */
  readonly custodians: readonly string[];
}

/**
 * Makes a new Recovery Key, splits it, and makes the generation that retires the former set. Proves before anything is
 * printed that quorums of the new shares, read from their printable words and together all of them, open it, and
 * that nothing else was changed. Fails with ceremony.clock, keystore.outgrown or ceremony.proof-failed, and what was made is wiped.
 */
export async function renewShareSet(
  renewal: ShareSetRenewal,
  effects: Pick<Effects, "now" | "random">,
): Promise<Result<Reshared>> {
  const { keystore, masterKey, threshold, custodians } = renewal;
  const now = readClock(effects);
  if (!now.ok) return now;
  const recoveryKey = effects.random(32);
  const made: SecretBytes[] = [recoveryKey];
  let proven = false;
  try {
    const id = effects.random(4);
    const setId = id.use(hex);
    id.wipe();
    const { practice } = keystore;
    const shares = await splitIntoShares(recoveryKey, { practice, setId, threshold }, custodians.length);
    made.push(...shares);
    const listed = custodians.map((custodian, at) => ({ custodian, commitment: commitmentAt(shares, at) }));
    const change = { kind: "reshare", recoveryKey, setId, threshold, shares: listed } as const;
    const next = nextGeneration({ ...renewal, now: now.value }, change);
    const tooLarge = outgrown(next);
    if (tooLarge !== null) return fail(tooLarge);
    const read = parseKeystore(serializeKeystore(next));
    proven =
      read.ok &&
      forbiddenChange(renewal, next, "reshare", null) === null &&
      (await everyShareOpens(read.value, masterKey, shares));
    return proven ? ok({ keystore: next, shares, recoveryKey }) : fail({ code: "ceremony.proof-failed" });
  } finally {
    if (!proven) for (const secret of made) secret.wipe();
  }
}

function commitmentAt(shares: readonly SecretBytes[], at: number): string {
  const share = shares[at];
  if (share === undefined) throw new Error("Every custodian has a share.");
  return commitment(share);
}
