import { describe, expect, test } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { combine, split } from "../../../electron/crypto/split";
import { admit, type ShareSetFacts } from "../../../electron/share/admit";
import { makePayload, pointOf, type ShareHeader } from "../../../electron/share/payload";
import { type KeyShare, readShare } from "../../../electron/share/read-share";
import { toWords } from "../../../electron/share/words";
import { subsets } from "../subsets";

type SetHeader = Omit<ShareHeader, "x">;

interface MadeSet {
  readonly recoveryKey: SecretBytes;
  readonly shares: readonly KeyShare[];
  readonly facts: ShareSetFacts;
}

function read(header: SetHeader, point: SecretBytes): KeyShare {
  const share = readShare(toWords(makePayload(header, point)).join(" "));
  if (!share.ok) throw new Error(share.error.code);
  return share.value;
}

async function makeSet(header: SetHeader, count: number): Promise<MadeSet> {
  const recoveryKey = SecretBytes.random(32);
  const points = await split(recoveryKey, count, header.threshold);
  const shares = points.map((point) => read(header, point));
  const entries = shares.map((share, at) => ({
    index: at + 1,
    custodian: `Custodian ${at + 1}`,
    commitment: share.commitment,
  }));
  return { recoveryKey, shares, facts: { id: header.setId, threshold: header.threshold, shares: entries } };
}

const production = { practice: false, setId: "0000000a", threshold: 3 };
const current = await makeSet(production, 5);
const retired = await makeSet({ ...production, setId: "0000000b" }, 3);
const [first, second] = current.shares;
const [former] = retired.shares;
if (first === undefined || second === undefined || former === undefined) throw new Error("A set is empty.");

/** Admission to the current production set, with one retired set beside it. */
function admitted(share: KeyShare, among: readonly KeyShare[] = []) {
  return admit(share, current.facts, false, [retired.facts], among);
}

function refused(answer: ReturnType<typeof admit>): unknown {
  return answer.ok ? null : answer.error;
}

describe("admit", () => {
  test("every share of the set is its custodian's", () => {
    for (const [at, share] of current.shares.entries()) {
      const among = current.shares.slice(0, at);
      const value = { index: at + 1, custodian: `Custodian ${at + 1}` };
      expect(admitted(share, among)).toEqual({ ok: true, value });
    }
  });

  test("practice and production do not mix, and that is said before the set is looked at", () => {
    const practice = read({ ...production, practice: true, setId: "0000000c" }, SecretBytes.random(33));
    expect(refused(admitted(practice))).toEqual({ code: "share.practice-in-production" });
    const inRehearsal = admit(first, current.facts, true, [], []);
    expect(refused(inRehearsal)).toEqual({ code: "share.production-in-practice" });
  });

  test("a retired set is named, with the custodian where the share is known", () => {
    const custodian = "Custodian 1";
    expect(refused(admitted(former))).toEqual({ code: "share.retired-set", setId: "0000000b", custodian });
    const forged = read({ ...production, setId: "0000000b" }, SecretBytes.copyOf(new Uint8Array(33).fill(1)));
    expect(refused(admitted(forged))).toEqual({
      code: "share.retired-set",
      setId: "0000000b",
      custodian: null,
    });
  });

  test("another set is refused before its threshold is compared", () => {
    const point = SecretBytes.copyOf(new Uint8Array(33).fill(1));
    const other = read({ practice: false, setId: "0000000d", threshold: 9 }, point);
    expect(refused(admitted(other))).toEqual({
      code: "share.other-set",
      setId: "0000000d",
      expected: "0000000a",
    });
  });

  test("another threshold in the same set is refused", () => {
    const other = read({ ...production, threshold: 2 }, pointOf(first.payload));
    expect(refused(admitted(other))).toEqual({ code: "share.other-threshold", threshold: 2, expected: 3 });
  });

  test("the same share twice is refused by name", () => {
    expect(refused(admitted(second, [first, second]))).toEqual({
      code: "share.repeated",
      index: 2,
      custodian: "Custodian 2",
    });
  });

  test("a share that the file does not list disagrees with it, and nobody is named", () => {
    const point = pointOf(first.payload).use((bytes) => bytes.slice());
    point[0] = (point[0] ?? 0) ^ 1;
    const other = read(production, SecretBytes.copyOf(point));
    expect(refused(admitted(other))).toEqual({ code: "share.disagrees-with-file" });
    expect(refused(admitted(other, [first]))).toEqual({ code: "share.disagrees-with-file" });
  });

  test("a file that lists two shares with one x was made from no split", () => {
    const point = pointOf(first.payload).use((bytes) => bytes.slice());
    point[0] = (point[0] ?? 0) ^ 1;
    const twin = read(production, SecretBytes.copyOf(point));
    const entry = { index: 6, custodian: "Custodian 6", commitment: twin.commitment };
    const listed = { ...current.facts, shares: [...current.facts.shares, entry] };
    const answer = admit(twin, listed, false, [], [first]);
    expect(refused(answer)).toEqual({ code: "share.disagrees-with-file" });
  });
});

describe("admitted quorums", () => {
  const plans = [3, 4, 5].flatMap((count) =>
    Array.from({ length: count - 1 }, (_, at) => ({ count, threshold: at + 2 })),
  );

  /** Those of `given` that are admitted, each among those before it. */
  function admitAll(set: MadeSet, given: readonly KeyShare[]): readonly KeyShare[] {
    const quorum: KeyShare[] = [];
    for (const share of given) {
      if (admit(share, set.facts, false, [], quorum).ok) quorum.push(share);
    }
    return quorum;
  }

  test.each(plans)("$threshold of $count: every quorum opens, one fewer never fills it", async (plan) => {
    const set = await makeSet({ ...production, threshold: plan.threshold }, plan.count);
    for (const quorum of subsets(set.shares, plan.threshold)) {
      const counted = admitAll(set, quorum);
      expect(counted).toHaveLength(plan.threshold);
      const combined = await combine(counted.map((share) => pointOf(share.payload)));
      expect(combined.equals(set.recoveryKey)).toBe(true);
    }
    for (const tooFew of subsets(set.shares, plan.threshold - 1)) {
      // Given again, a share fills no place.
      expect(admitAll(set, [...tooFew, ...tooFew]).length).toBeLessThan(plan.threshold);
    }
  });

  test("128 of 255: every share is admitted once, under its own name", async () => {
    const set = await makeSet({ ...production, threshold: 128 }, 255);
    const counted = admitAll(set, set.shares);
    expect(counted).toHaveLength(255);
    for (const quorum of [counted.slice(0, 128), counted.slice(-128)]) {
      const combined = await combine(quorum.map((share) => pointOf(share.payload)));
      expect(combined.equals(set.recoveryKey)).toBe(true);
    }
  });
});
