import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { split } from "../../../electron/crypto/split";
import { createKeystore } from "../../../electron/keystore/create";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { commitment, makePayload } from "../../../electron/share/payload";
import { toQrText } from "../../../electron/share/qr-text";
import { toWords } from "../../../electron/share/words";

/** A vault in a file, with what its custodians and its operator hold. */
export interface HeldVault {
  readonly path: string;
  readonly wrappingKey: string;
  readonly sheets: readonly { readonly words: readonly string[]; readonly qr: string }[];
}

/** Makes a vault, of two of three unless others are named, and writes its keystore into `folder`. */
export async function makeVaultFile(
  folder: string,
  practice = false,
  custodians: readonly string[] = ["Carla", "Chen", "Cosima"],
): Promise<HeldVault> {
  const threshold = 2;
  const setId = SecretBytes.random(4).use((bytes) => Buffer.from(bytes).toString("hex"));
  const wrappingKey = SecretBytes.random(32);
  const recoveryKey = SecretBytes.random(32);
  const points = await split(recoveryKey, custodians.length, threshold);
  const payloads = points.map((point) => makePayload({ practice, setId, threshold }, point));
  const keystore = createKeystore({
    vault: { id: randomUUID(), name: "Payments EU" },
    practice,
    now: new Date("2026-11-01T10:00:00.000Z"),
    masterKey: SecretBytes.random(32),
    wrappingKey,
    recoveryKey,
    threshold,
    setId,
    shares: payloads.map((payload, at) => ({
      custodian: custodians[at] ?? "",
      commitment: commitment(payload),
    })),
    ceremony: { id: randomUUID(), kind: "generate", recordKey: new Uint8Array(32) },
  });
  const path = join(folder, "vault.json");
  await writeFile(path, serializeKeystore(keystore));
  return {
    path,
    wrappingKey: wrappingKey.use((bytes) => Buffer.from(bytes).toString("hex")),
    sheets: payloads.map((payload) => ({ words: toWords(payload), qr: toQrText(payload) })),
  };
}
