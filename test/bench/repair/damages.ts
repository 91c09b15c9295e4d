import type { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { commitment } from "../../../electron/share/payload";
import { UNREADABLE } from "../../../electron/share/repair/entered";
import { byLikeness } from "../../../electron/share/repair/likely";
import type { KnownSets } from "../../../electron/share/repair/repair";
import { wordNumbers } from "../../../electron/share/word-numbers";

/** One kind of damage to a share, and what is known when it is searched for. */
export interface Damage {
  readonly name: string;
  readonly entered: (payload: SecretBytes, random: (below: number) => number) => Uint16Array;
  readonly known: (payload: SecretBytes) => KnownSets | null;
}

/** The set that the bench's shares are of. */
export const set = { practice: true, setId: "0badcafe", threshold: 3 } as const;

/** A keystore that has the share. */
function keystore(payload: SecretBytes): KnownSets {
  const share = { index: 1, custodian: "Custodian 1", commitment: commitment(payload) };
  return { practice: set.practice, sets: [{ id: set.setId, threshold: set.threshold, shares: [share] }] };
}

/** A keystore that has no share at all, so that nothing ends the search before its end. */
function emptyKeystore(): KnownSets {
  return { practice: set.practice, sets: [{ id: set.setId, threshold: set.threshold, shares: [] }] };
}

const FIRST = 4;
const SECOND = 15;
const HALF = 11;

/** Two places in the value, one in each half of it. */
function places(random: (below: number) => number): [number, number] {
  return [FIRST + random(HALF), SECOND + random(HALF)];
}

function changed(payload: SecretBytes, changes: readonly (readonly [number, (word: number) => number])[]) {
  const words = wordNumbers(payload);
  for (const [at, change] of changes) words[at] = change(words[at] ?? 0);
  return words;
}

const unreadable = () => UNREADABLE;

/** From FORMATS §2.2's table, the quick ones first. */
export function damages(likely: number): readonly Damage[] {
  return [
    {
      name: "one `?`",
      entered: (payload, random) => changed(payload, [[places(random)[0], unreadable]]),
      known: () => null,
    },
    {
      name: "30 words",
      entered: (payload, random) => {
        const [at] = places(random);
        return wordNumbers(payload).filter((_, place) => place !== at);
      },
      known: () => null,
    },
    {
      name: "two `?`, to the end",
      entered: (payload, random) =>
        changed(
          payload,
          places(random).map((at) => [at, unreadable] as const),
        ),
      known: () => null,
    },
    {
      name: "two `?`, with the keystore",
      entered: (payload, random) =>
        changed(
          payload,
          places(random).map((at) => [at, unreadable] as const),
        ),
      known: keystore,
    },
    {
      name: "`?` and any wrong word, with the keystore",
      entered: (payload, random) => {
        const [at, other] = places(random);
        return changed(payload, [
          [at, unreadable],
          [other, (word) => (word + 1 + random(2047)) % 2048],
        ]);
      },
      known: keystore,
    },
    {
      name: "two likely slips, with the keystore",
      entered: (payload, random) => {
        const slip = (word: number) => byLikeness(word)[1 + random(likely - 1)] ?? 0;
        return changed(
          payload,
          places(random).map((at) => [at, slip] as const),
        );
      },
      known: keystore,
    },
  ];
}

/** Two wrong words that no share explains: every hash of the longest search is made. */
export const hopeless: Damage = {
  name: "two wrong words, to the end",
  entered: (payload) =>
    changed(payload, [
      [9, (word) => (word + 1000) % 2048],
      [20, (word) => (word + 1000) % 2048],
    ]),
  known: emptyKeystore,
};
