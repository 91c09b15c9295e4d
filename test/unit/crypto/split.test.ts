import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { combine, split } from "../../../electron/crypto/split";
import { subsets } from "../subsets";

const xOf = (point: SecretBytes) => point.use((bytes) => bytes.at(-1));

describe("split and combine", () => {
  const small = [3, 4, 5].flatMap((shares) =>
    Array.from({ length: shares - 1 }, (_, at) => ({ shares, threshold: at + 2 })),
  );

  test.each(small)(
    "$threshold of $shares: every quorum gives the secret, one fewer does not",
    async (plan) => {
      const secret = SecretBytes.random(32);
      const points = await split(secret, plan.shares, plan.threshold);
      for (const quorum of subsets(points, plan.threshold)) {
        expect((await combine(quorum)).equals(secret)).toBe(true);
      }
      for (const tooFew of subsets(points, plan.threshold - 1)) {
        // A single point is no quorum of any split, and the library says so.
        if (tooFew.length === 1) await expect(combine(tooFew)).rejects.toThrow("at least 2");
        else expect((await combine(tooFew)).equals(secret)).toBe(false);
      }
    },
  );

  test("128 of 255: two quorums that together use all 255 shares give the secret", async () => {
    const secret = SecretBytes.random(32);
    const points = await split(secret, 255, 128);
    expect(new Set(points.map(xOf)).size).toBe(255);
    expect(points.map(xOf)).not.toContain(0);
    for (const quorum of [points.slice(0, 128), points.slice(-128)]) {
      expect((await combine(quorum)).equals(secret)).toBe(true);
    }
    expect((await combine(points.slice(0, 127))).equals(secret)).toBe(false);
  });

  test("points are 33 bytes and the secret is left as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (bytes) => {
        const secret = SecretBytes.copyOf(bytes);
        const points = await split(secret, 3, 2);
        expect(points.map((point) => point.length)).toEqual([33, 33, 33]);
        expect(secret.equals(SecretBytes.copyOf(bytes))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("x = 0 and a point given twice are bugs", async () => {
    const [first, second] = await split(SecretBytes.random(32), 2, 2);
    if (first === undefined || second === undefined) throw new Error("Two points were asked for.");
    const zero = SecretBytes.copyOf(new Uint8Array(33));
    await expect(combine([first, zero])).rejects.toThrow("x = 0");
    await expect(combine([first, first])).rejects.toThrow("duplicate");
  });
});
