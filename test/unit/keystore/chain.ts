import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { hex, sha256 } from "../../../electron/crypto/hash";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { split } from "../../../electron/crypto/split";
import { createKeystore } from "../../../electron/keystore/create";
import type { Destruction } from "../../../electron/keystore/destroyed";
import type { Keystore } from "../../../electron/keystore/document";
import { type Change, nextGeneration } from "../../../electron/keystore/next-generation";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { commitment, makePayload } from "../../../electron/share/payload";
import { type KeyShare, readShare } from "../../../electron/share/read-share";
import { toWords } from "../../../electron/share/words";

/** A keystore of a chain, and whatever opens it. */
export interface Link {
  readonly keystore: Keystore;
  readonly masterKey: SecretBytes;
  readonly wrappingKey: SecretBytes;
  readonly shares: readonly KeyShare[];
}

/** A ceremony that follows, by what a person chooses in it. */
export type Step =
  | { readonly kind: "recover" | "rotate"; readonly bits: 192 | 256 }
  | { readonly kind: "reshare"; readonly threshold: number; readonly custodians: number };

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("recover" as const, "rotate" as const),
    bits: fc.constantFrom(192 as const, 256 as const),
  }),
  fc
    .record({ threshold: fc.integer({ min: 2, max: 4 }), more: fc.integer({ min: 0, max: 3 }) })
    .map(({ threshold, more }) => ({ kind: "reshare" as const, threshold, custodians: threshold + more })),
);

/** A vault of "Custodian 1" to "Custodian 3", any two of whom open it; `named`: as whose it gives itself out. */
export async function firstLink(
  practice = false,
  named: { readonly vaultId?: string; readonly setId?: string } = {},
): Promise<Link> {
  const masterKey = SecretBytes.random(32);
  const wrappingKey = SecretBytes.random(32);
  const set = await newSet(practice, 2, 3, named.setId);
  const keystore = createKeystore({
    ...set,
    vault: { id: named.vaultId ?? randomUUID(), name: "Payments EU" },
    practice,
    now: new Date("2026-11-23T22:00:00.000Z"),
    masterKey,
    wrappingKey,
    ceremony: {
      id: randomUUID(),
      kind: "generate",
      recordKey: SecretBytes.random(32).use((key) => key.slice()),
    },
  });
  return { keystore, masterKey, wrappingKey, shares: set.read };
}

/** The link that a ceremony makes of another, and what it changed. */
export async function nextLink(
  link: Link,
  step: Step,
  destroyed: readonly Destruction[] = [],
): Promise<Link & { readonly change: Change }> {
  const { keystore, masterKey } = link;
  const set =
    step.kind === "reshare" ? await newSet(keystore.practice, step.threshold, step.custodians) : null;
  const wrappingKey = step.kind === "reshare" ? link.wrappingKey : SecretBytes.random(step.bits / 8);
  const change: Change =
    step.kind === "reshare" && set !== null
      ? { kind: "reshare", ...set }
      : { kind: step.kind === "reshare" ? "rotate" : step.kind, wrappingKey };
  const next = nextGeneration(
    {
      keystore,
      sha256: sha256Of(keystore),
      masterKey,
      now: new Date(Date.parse(keystore.updatedAt) + 60_000),
      ceremony: { id: randomUUID(), recordKey: SecretBytes.random(32).use((key) => key.slice()) },
      destroyed,
    },
    change,
  );
  return { keystore: next, masterKey, wrappingKey, shares: set?.read ?? link.shares, change };
}

/** The SHA-256 of a keystore's file. */
export function sha256Of(keystore: Keystore): string {
  return hex(sha256(serializeKeystore(keystore)));
}

async function newSet(
  practice: boolean,
  threshold: number,
  custodians: number,
  setId = SecretBytes.random(4).use(hex),
) {
  const recoveryKey = SecretBytes.random(32);
  const points = await split(recoveryKey, custodians, threshold);
  const payloads = points.map((point) => makePayload({ practice, setId, threshold }, point));
  const shares = payloads.map((payload, at) => ({
    custodian: `Custodian ${at + 1}`,
    commitment: commitment(payload),
  }));
  const read = payloads.map((payload) => {
    const share = readShare(toWords(payload).join(" "));
    if (!share.ok) throw new Error(share.error.code);
    return share.value;
  });
  return { recoveryKey, setId, threshold, shares, read };
}
