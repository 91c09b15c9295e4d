import { describe, expect, it } from "vitest";
import { openWithQuorum } from "../../../electron/ceremony/open-with-quorum";
import { type KeyShare, readShare } from "../../../electron/share/read-share";
import { type VectorVault, vault, vaults } from "../keystore/vectors";

function sharesOf({ shares }: VectorVault): KeyShare[] {
  return shares.map(({ words, qr }, at) => {
    const share = readShare(at % 2 === 0 ? words : qr);
    if (!share.ok) throw new Error(share.error.code);
    return share.value;
  });
}

/** Every way to choose `size` of them. */
function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

describe.each(vaults)("the vector $keystore.vault.name", (vector) => {
  const { threshold } = vector.keystore.shareSet;

  it("opens with every quorum", async () => {
    for (const quorum of subsets(sharesOf(vector), threshold)) {
      const opened = await openWithQuorum(vector.keystore, quorum);
      expect(opened.ok && opened.value.use((key) => Buffer.from(key).toString("hex"))).toBe(vector.masterKey);
    }
  });

  it("refuses every set of one share fewer", async () => {
    for (const few of subsets(sharesOf(vector), threshold - 1)) {
      expect(await openWithQuorum(vector.keystore, few)).toEqual({
        ok: false,
        error: { code: "share.too-few", given: threshold - 1, needed: threshold },
      });
    }
  });

  it("opens with all of them", async () => {
    expect((await openWithQuorum(vector.keystore, sharesOf(vector))).ok).toBe(true);
  });
});

it("combines nothing that was not admitted", async () => {
  const [first, ...others] = sharesOf(vault(0));
  const [foreign] = sharesOf(vault(1));
  const [practice] = sharesOf(vault(2));
  if (first === undefined || foreign === undefined || practice === undefined) throw new Error("No shares.");
  const { keystore } = vault(0);
  expect(await openWithQuorum(keystore, [first, first, ...others])).toMatchObject({
    error: { code: "share.repeated", index: 1 },
  });
  expect(await openWithQuorum(keystore, [first, ...others, foreign])).toMatchObject({
    error: { code: "share.other-set" },
  });
  expect(await openWithQuorum(keystore, [practice, first, ...others])).toMatchObject({
    error: { code: "share.practice-in-production" },
  });
});
