import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWithQuorum } from "../../../electron/ceremony/open-with-quorum";
import type { Result } from "../../../electron/contract/result";
import type { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { forbiddenChange } from "../../../electron/keystore/allowed-change";
import { compareCopies } from "../../../electron/keystore/compare-copies";
import { openWithWrappingKey } from "../../../electron/keystore/open";
import { parseKeystore } from "../../../electron/keystore/parse";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { anyStep, firstLink, type Link, nextLink, type Step, sha256Of } from "./chain";

const gives = (opened: Result<SecretBytes>, masterKey: SecretBytes) =>
  opened.ok && opened.value.equals(masterKey);
const bitsOf = (step: Step) => (step.kind === "reshare" ? null : step.bits);

describe("a chain of ceremonies, whatever they are,", () => {
  it("keeps every rule of the format, and opens with the latest keys only", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(anyStep, { minLength: 1, maxLength: 5 }),
        async (practice, steps) => {
          const links: Link[] = [await firstLink(practice)];
          for (const step of steps) links.push(await nextLink(links.at(-1) as Link, step));
          for (const [at, { keystore, masterKey, wrappingKey, shares }] of links.entries()) {
            expect(parseKeystore(serializeKeystore(keystore))).toEqual({ ok: true, value: keystore });
            expect(gives(openWithWrappingKey(keystore, wrappingKey), masterKey)).toBe(true);
            expect(
              gives(await openWithQuorum(keystore, shares.slice(-keystore.shareSet.threshold)), masterKey),
            ).toBe(true);
            const before = links[at - 1];
            const step = steps[at - 1];
            if (before === undefined || step === undefined) continue;
            const previous = { keystore: before.keystore, sha256: sha256Of(before.keystore) };
            expect(forbiddenChange(previous, keystore, step.kind, bitsOf(step))).toBe(null);
            if (before.wrappingKey !== wrappingKey) {
              expect(openWithWrappingKey(keystore, before.wrappingKey).ok).toBe(false);
            }
            if (before.shares !== shares) {
              expect(await openWithQuorum(keystore, before.shares)).toMatchObject({
                error: { code: "share.retired-set", custodian: "Custodian 1" },
              });
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it("is told apart, copy by copy", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 4 }), async (steps) => {
        const links: Link[] = [await firstLink()];
        for (const step of steps) links.push(await nextLink(links.at(-1) as Link, step));
        for (const [one, { keystore }] of links.entries()) {
          const parted = await nextLink(links[one] as Link, { kind: "rotate", bits: 256 });
          for (const [other, { keystore: known }] of links.entries()) {
            const relation = one === other ? "same" : one < other ? "older" : "newer";
            expect(compareCopies(keystore, known)).toBe(relation);
            const between = other === one + 1 ? "forked" : "older";
            expect(compareCopies(parted.keystore, known)).toBe(other <= one ? "newer" : between);
          }
        }
        const [first] = links as [Link];
        expect(compareCopies((await firstLink()).keystore, first.keystore)).toBe("other-vault");
        const forged = await firstLink(false, { vaultId: first.keystore.vault.id });
        expect(compareCopies(forged.keystore, first.keystore)).toBe("claims-vault");
      }),
      { numRuns: 10 },
    );
  });
});

it("leaves with a new Wrapping Key everything that shares depend on, byte for byte", async () => {
  for (const kind of ["recover", "rotate"] as const) {
    const before = await firstLink();
    const { keystore } = await nextLink(before, { kind, bits: 192 });
    const { recoveryKey, shareSet, vault, masterKey, createdAt } = before.keystore;
    expect(keystore).toMatchObject({ recoveryKey, shareSet, vault, masterKey, createdAt });
    expect(keystore).toMatchObject({ generation: 2, previous: sha256Of(before.keystore) });
    expect(keystore.wrappingKey.bits).toBe(192);
    expect(keystore.encryptedKey).not.toEqual(before.keystore.encryptedKey);
  }
});

it("leaves with a new share set the Wrapping Key as it was, and retires the former set as it stood", async () => {
  const before = await firstLink();
  const { keystore } = await nextLink(before, { kind: "reshare", threshold: 3, custodians: 4 });
  const { wrappingKey, encryptedKey, shareSet } = before.keystore;
  expect(keystore).toMatchObject({ wrappingKey, encryptedKey });
  expect(keystore.retiredShareSets).toEqual([{ ...shareSet, retiredAt: keystore.updatedAt }]);
  expect(keystore.shareSet).toMatchObject({ threshold: 3, createdAt: keystore.updatedAt });
});

describe("what a ceremony may not change", () => {
  it("is named, whatever the seal says", async () => {
    const before = await firstLink();
    const other = await firstLink();
    const previous = { keystore: before.keystore, sha256: sha256Of(before.keystore) };
    const rotated = (await nextLink(before, { kind: "rotate", bits: 256 })).keystore;
    const reshared = (await nextLink(before, { kind: "reshare", threshold: 2, custodians: 2 })).keystore;
    const name = (change: object, kind: "rotate" | "reshare" = "rotate", bits: 192 | 256 | null = null) =>
      forbiddenChange(previous, { ...(kind === "rotate" ? rotated : reshared), ...change }, kind, bits);
    expect([name({}), name({}, "reshare")]).toEqual([null, null]);

    const { vault, masterKey, shareSet, recoveryKey } = other.keystore;
    expect(name({ vault })).toBe("vault");
    expect(name({ practice: true })).toBe("practice");
    expect(name({ createdAt: rotated.updatedAt })).toBe("createdAt");
    expect(name({ masterKey })).toBe("masterKey");
    expect(name({ shareSet })).toBe("shareSet");
    expect(name({ recoveryKey })).toBe("recoveryKey");
    expect(name({ generation: 3 })).toBe("generation");
    expect(name({ previous: "0".repeat(64) })).toBe("previous");
    expect(name({ ceremonies: rotated.ceremonies.slice(1) })).toBe("ceremonies");
    expect(name({ ceremonies: reshared.ceremonies })).toBe("ceremonies");
    expect(name({ updatedAt: before.keystore.updatedAt })).toBe("ceremonies");
    expect(name({ retiredShareSets: reshared.retiredShareSets })).toBe("retiredShareSets");
    expect(name({ wrappingKey: before.keystore.wrappingKey })).toBe("wrappingKey");
    expect(name({}, "rotate", 192)).toBe("wrappingKey");
    expect(name({ wrappingKey: rotated.wrappingKey }, "reshare")).toBe("wrappingKey");
    expect(name({ encryptedKey: rotated.encryptedKey }, "reshare")).toBe("encryptedKey");
    expect(name({ retiredShareSets: [] }, "reshare")).toBe("retiredShareSets");
    expect(name({ shareSet: before.keystore.shareSet }, "reshare")).toBe("shareSet");
    expect(name({ recoveryKey: before.keystore.recoveryKey }, "reshare")).toBe("recoveryKey");
  });

  it("allows marks of destruction to be added, and none to be taken away or moved", async () => {
    const first = await firstLink();
    const setId = first.keystore.shareSet.id;
    const destroyed = [{ setId, index: 1 }];
    const marked = await nextLink(first, { kind: "reshare", threshold: 2, custodians: 3 }, destroyed);
    const at = marked.keystore.updatedAt;
    expect(marked.keystore.retiredShareSets[0]?.shares.map(({ destroyedAt }) => destroyedAt)).toEqual([
      at,
      undefined,
      undefined,
    ]);
    const previous = { keystore: marked.keystore, sha256: sha256Of(marked.keystore) };

    const again = [
      { setId, index: 1 },
      { setId, index: 3 },
    ];
    const { keystore } = await nextLink(marked, { kind: "rotate", bits: 256 }, again);
    expect(forbiddenChange(previous, keystore, "rotate", null)).toBe(null);
    const [set] = keystore.retiredShareSets;
    expect(set?.shares.map(({ destroyedAt }) => destroyedAt)).toEqual([at, undefined, keystore.updatedAt]);

    const shares = (destroyedAt: string | undefined) =>
      set?.shares.map((share) => ({ ...share, destroyedAt }));
    for (const time of [undefined, "2020-01-01T00:00:00.000Z"]) {
      const changed = {
        ...keystore,
        retiredShareSets: [{ ...set, shares: shares(time) }],
      } as typeof keystore;
      expect(forbiddenChange(previous, changed, "rotate", null)).toBe("retiredShareSets");
    }
  });
});
