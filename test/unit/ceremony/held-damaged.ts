import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Keystore } from "../../../electron/keystore/document";
import { fingerprintOf } from "../../../electron/keystore/facts";
import { parseKeystore } from "../../../electron/keystore/parse";
import { closeRecord } from "./held-frame";
import { acceptAndOpen, type HeldRoom, holdRoom, people } from "./held-room";
import { giveShare, type HeldVault, makeVaultFile } from "./held-vault";

/** A damaged keystore on the page of a room. */
export interface Damaged {
  readonly held: HeldRoom;
  readonly vault: HeldVault;
  /** As it was before it was damaged. */
  readonly keystore: Keystore;
  /** The damaged file. */
  readonly text: string;
  readonly fingerprint: string;
}

interface Members {
  readonly [member: string]: unknown;
  readonly shareSet: { readonly shares: readonly object[] };
}

/** A vault of two of three whose file was damaged by `damage`, opened in a room. */
export async function openDamaged(
  damage: (document: Members) => object,
  change: Parameters<typeof holdRoom>[0] = {},
): Promise<Damaged> {
  const held = await holdRoom(change);
  const vault = await makeVaultFile(held.folder);
  const keystore = await keystoreAt(vault.path);
  const text = JSON.stringify(damage(JSON.parse(await readFile(vault.path, "utf8"))));
  await writeFile(vault.path, text);
  await held.must("openKeystore", { path: vault.path });
  return { held, vault, keystore, text, fingerprint: fingerprintOf(keystore) };
}

/** Another seal. */
export const flippedSeal = (document: Members) => ({
  ...document,
  seal: Buffer.alloc(64, 7).toString("base64url"),
});
/** A time that is none. */
export const withBrokenMember = (document: Members) => ({ ...document, createdAt: "yesterday" });
/** The second custodian's commitment cannot be read, nor the third one's name. */
export const withBrokenShares = (document: Members) => {
  const [first, second, third] = document.shareSet.shares;
  const shares = [first, { ...second, commitment: "zz" }, { ...third, custodian: "" }];
  return { ...document, shareSet: { ...document.shareSet, shares } };
};

/** The sound keystore at `path`. */
export async function keystoreAt(path: string): Promise<Keystore> {
  const parsed = parseKeystore(await readFile(path));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

/** From the page of a damaged keystore to the list of who has come. */
export async function planRecovery({ held }: Damaged, fingerprint: string): Promise<void> {
  await held.must("startRecoverDamaged", { fingerprint: "" });
  await held.must("planReason", {
    reason: "The medium failed",
    authorisation: "The board, 2026-11-20",
    opener: "quorum",
    destroyed: [],
    idleMinutes: 15,
  });
  await held.must("planFingerprint", { fingerprint });
  await held.must("planPeople", { ...people, custodians: [] });
  await held.must("planKey", { bits: 256 });
  await held.must("planPlaces", {
    keystorePath: "",
    delivery: { way: "file", path: join(held.folder, "new-key.txt") },
    sharedMediumAccepted: true,
  });
  held.at("review");
  await acceptAndOpen(held);
  held.at("gather");
}

/** Plans, and enters the shares at `quorum`, up to the names. */
export async function comeToNames(damaged: Damaged, quorum: readonly number[] = [0, 2]) {
  await planRecovery(damaged, damaged.fingerprint);
  for (const at of quorum) await giveShare(damaged.held, damaged.vault, at);
  return damaged.held.at("names");
}

/** From the confirmed names to the last screen. */
export async function deliverAndEnd({ held }: Damaged): Promise<void> {
  held.at("deliver");
  const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
  await held.must("deliver", { delivery, order: null });
  held.at("second-copy");
  await held.must("skipSecondCopy", null);
  held.at("old-keystore");
  await held.must("keepOldKeystore", null);
  await closeRecord(held);
  held.at("done");
}
