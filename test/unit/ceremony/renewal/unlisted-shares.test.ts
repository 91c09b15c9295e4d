import { expect, it } from "vitest";
import {
  admitUnlisted,
  combineUnlisted,
  provenCommitments,
} from "../../../../electron/ceremony/renewal/unlisted-shares";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { commitment, makePayload, pointOf } from "../../../../electron/share/payload";
import type { KeyShare } from "../../../../electron/share/read-share";
import { vault, vaults } from "../../keystore/vectors";
import { subsets } from "../../subsets";
import { sharesOf } from "./shares-of";

const [first, second, third] = sharesOf(vault(0)) as [KeyShare, KeyShare, KeyShare];
const [foreign] = sharesOf(vault(1)) as [KeyShare];
const [practice] = sharesOf(vault(2)) as [KeyShare];

/** The share with another value, or another header, and a checksum that holds. */
function forged(share: KeyShare, change: Partial<KeyShare["header"]> = {}): KeyShare {
  const point = pointOf(share.payload).use((bytes) => bytes.slice());
  point[0] = (point[0] ?? 0) ^ 1;
  const header = { ...share.header, ...change };
  const payload = makePayload(header, SecretBytes.take(point));
  return { header, payload, commitment: commitment(payload) };
}

it("are admitted when they agree among themselves", () => {
  expect(admitUnlisted(first, [])).toEqual({ ok: true, value: null });
  expect(admitUnlisted(second, [first])).toEqual({ ok: true, value: null });
  const refused = (share: KeyShare, code: string) =>
    expect(admitUnlisted(share, [first, second])).toMatchObject({ ok: false, error: { code } });
  refused(first, "share.repeated");
  refused(foreign, "share.other-set");
  refused(practice, "share.practice-in-production");
  refused(forged(first), "share.same-number");
  refused(forged(third, { threshold: 4 }), "share.other-threshold");
  expect(admitUnlisted(first, [practice])).toMatchObject({ error: { code: "share.production-in-practice" } });
});

it.each(vaults)("of $keystore.vault.name give the Recovery Key, every quorum of them", async (vector) => {
  const { threshold } = vector.keystore.shareSet;
  for (const quorum of subsets(sharesOf(vector), threshold)) {
    const combined = await combineUnlisted(quorum);
    if (!combined.ok) throw new Error(combined.error.code);
    expect(combined.value.recoveryKey.use((key) => Buffer.from(key).toString("hex"))).toBe(
      vector.recoveryKey,
    );
  }
  expect(await combineUnlisted(sharesOf(vector).slice(1, threshold))).toEqual({
    ok: false,
    error: { code: "share.too-few", given: threshold - 1, needed: threshold },
  });
});

it("are not combined where there are none, or one does not belong", async () => {
  expect(await combineUnlisted([])).toEqual({
    ok: false,
    error: { code: "share.too-few", given: 0, needed: 2 },
  });
  expect(await combineUnlisted([first, second, first])).toMatchObject({ error: { code: "share.repeated" } });
});

it.each(vaults)(
  "of $keystore.vault.name prove every commitment of their split, and no other",
  async (vector) => {
    const { shares, threshold } = vector.keystore.shareSet;
    const listed = shares.map((share) => share.commitment);
    const others = vaults
      .filter((other) => other !== vector)
      .flatMap((other) => other.shares.map((share) => share.commitment));
    const quorum = sharesOf(vector).slice(-threshold);
    expect([...(await provenCommitments(quorum, [...listed, ...others, "0".repeat(64)]))].sort()).toEqual(
      [...listed].sort(),
    );
    // A share that was brought proves itself, listed or not.
    expect((await provenCommitments(quorum, [])).size).toBe(threshold);
    expect((await provenCommitments([], listed)).size).toBe(0);
  },
);
