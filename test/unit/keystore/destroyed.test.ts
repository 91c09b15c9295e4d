import { expect, it } from "vitest";
import {
  masterKeyReplacementAdvised,
  unaccounted,
  withDestroyed,
} from "../../../electron/keystore/destroyed";
import type { RetiredShareSet } from "../../../electron/keystore/document";

const [first, second] = ["2026-11-23T22:00:00.000Z", "2026-11-24T22:00:00.000Z"] as const;
const sets: readonly RetiredShareSet[] = ["0a0b0c0d", "01020304"].map((id) => ({
  id,
  threshold: 2,
  createdAt: first,
  retiredAt: first,
  shares: [1, 2, 3].map((index) => ({
    index,
    custodian: `Custodian ${index}`,
    commitment: `${index}`.repeat(64),
  })),
}));

it("marks the sheets that are named, once", () => {
  const [set] = sets as [RetiredShareSet];
  const once = withDestroyed(sets, [{ setId: set.id, index: 2 }], first);
  const twice = withDestroyed(
    once,
    [
      { setId: set.id, index: 2 },
      { setId: set.id, index: 3 },
    ],
    second,
  );
  expect(twice[0]?.shares.map(({ destroyedAt }) => destroyedAt)).toEqual([undefined, first, second]);
  expect(twice[1]).toEqual(sets[1]);
  const named = { setId: set.id, index: 2 };
  expect(withDestroyed(sets, [named, named], first)).toEqual(once);
  expect(withDestroyed(sets, [], first)).toEqual(sets);
});

it("advises a new Master Key while a quorum of old sheets may exist", () => {
  const gone = (set: RetiredShareSet, count: number) =>
    set.shares.slice(0, count).map(({ index }) => ({ setId: set.id, index }));
  const destroyed = (counts: readonly number[]) =>
    withDestroyed(
      sets,
      sets.flatMap((set, at) => gone(set, counts[at] ?? 0)),
      first,
    );
  expect(masterKeyReplacementAdvised([])).toBe(false);
  expect(masterKeyReplacementAdvised(destroyed([0, 0]))).toBe(true);
  expect(masterKeyReplacementAdvised(destroyed([2, 1]))).toBe(true);
  expect(masterKeyReplacementAdvised(destroyed([2, 3]))).toBe(false);
  expect(destroyed([2, 3]).map((set) => unaccounted(set).length)).toEqual([1, 0]);
});

it("takes a share that no set has for a bug", () => {
  expect(() => withDestroyed(sets, [{ setId: "0a0b0c0d", index: 4 }], first)).toThrow("No retired share set");
  expect(() => withDestroyed(sets, [{ setId: "ffffffff", index: 1 }], first)).toThrow("No retired share set");
});
