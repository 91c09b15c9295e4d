import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BagChange } from "../../../electron/contract/proceedings";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { split } from "../../../electron/crypto/split";
import { createKeystore } from "../../../electron/keystore/create";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { commitment, makePayload } from "../../../electron/share/payload";
import { toQrText } from "../../../electron/share/qr-text";
import { toWords } from "../../../electron/share/words";
import type { HeldRoom } from "./held-room";

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

/** Enters the words of the sheet at `at` (from 0). A share that is taken is put away, into no bag unless one is named. */
export async function giveShare(
  held: HeldRoom,
  { sheets }: Pick<HeldVault, "sheets">,
  at: number,
  bags: BagChange = { opened: null, sealed: null },
): Promise<void> {
  await held.must("enterShare", null);
  await held.must("enterWords", { position: 1, text: sheets[at]?.words.join(" ") ?? "" });
  await putAway(held, bags);
}

/** Puts the sheet away that was taken; where it was refused there is nothing to do. */
export async function putAway(
  held: HeldRoom,
  bags: BagChange = { opened: null, sealed: null },
): Promise<void> {
  const { page } = held.view();
  if ("step" in page && page.step === "bag") await held.must("shareBagged", bags);
}
