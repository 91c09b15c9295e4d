import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWithQuorum } from "../../../electron/ceremony/open-with-quorum";
import { commitRenewal } from "../../../electron/ceremony/renewal/commit-renewal";
import { deliverToFile } from "../../../electron/ceremony/renewal/deliver";
import { openForRenewal } from "../../../electron/ceremony/renewal/open-for-renewal";
import { renewWrappingKey } from "../../../electron/ceremony/renewal/renew";
import { splitIntoShares } from "../../../electron/ceremony/split-into-shares";
import type { Result } from "../../../electron/contract/result";
import { hex } from "../../../electron/crypto/hash";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { createKeystore } from "../../../electron/keystore/create";
import { openWithWrappingKey } from "../../../electron/keystore/open";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { wrappingKeyBytes } from "../../../electron/keystore/wrapping-key-text";
import { commitment } from "../../../electron/share/payload";
import { readShare } from "../../../electron/share/read-share";
import { toWords } from "../../../electron/share/words";
import type { QuorumSize } from "./sizes";

/** A vault for measuring: what a ceremony of its size has to do, each as the app does it. */
export interface BenchVault {
  /** Reads a quorum's words, admits every share, combines, and opens the keystore. */
  openFromWords(): Promise<void>;
  /** Puts the first generation on an empty folder. Not measured. */
  reset(): Promise<void>;
  /** Rotates by the Wrapping Key: lock, open, prove, deliver to a file, take back, replace the keystore, prove again. */
  rotate(): Promise<void>;
  remove(): Promise<void>;
}

export async function benchVault({ threshold, custodians }: QuorumSize): Promise<BenchVault> {
  const [masterKey, wrappingKey, recoveryKey] = [1, 2, 3].map(() => SecretBytes.random(32)) as [
    SecretBytes,
    SecretBytes,
    SecretBytes,
  ];
  const setId = SecretBytes.random(4).use(hex);
  const payloads = await splitIntoShares(recoveryKey, { practice: false, setId, threshold }, custodians);
  const keystore = createKeystore({
    vault: { id: randomUUID(), name: "Payments EU" },
    practice: false,
    now: new Date(),
    masterKey,
    wrappingKey,
    recoveryKey,
    threshold,
    setId,
    shares: payloads.map((payload, at) => ({
      custodian: `Custodian ${at + 1}`,
      commitment: commitment(payload),
    })),
    ceremony: { id: randomUUID(), kind: "generate", recordKey: new Uint8Array(32) },
  });
  const words = payloads.slice(0, threshold).map((payload) => toWords(payload).join(" "));
  const folder = await mkdtemp(join(tmpdir(), "kc-bench-"));
  const path = join(folder, "vault", "keystore.json");
  return {
    openFromWords: async () => {
      const shares = words.map((text) => must(readShare(text)));
      must(await openWithQuorum(keystore, shares)).wipe();
      for (const { payload } of shares) payload.wipe();
    },
    reset: async () => {
      await rm(join(folder, "vault"), { recursive: true, force: true });
      await mkdir(join(folder, "vault"));
      await writeFile(path, serializeKeystore(keystore), { mode: 0o600 });
      await writeFile(join(folder, "vault", "key.txt"), wrappingKeyBytes(wrappingKey), { mode: 0o600 });
    },
    rotate: () => rotate(path, wrappingKey, join(folder, "vault", "new-key.txt")),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function rotate(path: string, key: SecretBytes, out: string): Promise<void> {
  const opened = must(await openForRenewal(path));
  const masterKey = must(openWithWrappingKey(opened.keystore, key));
  const ceremony = { id: randomUUID(), recordKey: new Uint8Array(32) };
  const renewal = { ...opened, kind: "rotate", bits: null, masterKey, ceremony, destroyed: [] } as const;
  const made = must(renewWrappingKey(renewal, { now: () => new Date(), random: SecretBytes.random }));
  masterKey.wipe();
  const back = must(await deliverToFile(made.wrappingKey, out));
  must(await commitRenewal(opened, made.keystore, (again) => openWithWrappingKey(again, back)));
  for (const secret of [made.wrappingKey, back]) secret.wipe();
  await opened.lock.release();
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
