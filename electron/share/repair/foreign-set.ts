import type { ShareFailure } from "../../contract/errors";
import { ownNumbers } from "../../crypto/own-memory";
import { readHeader } from "../payload";
import { payloadIn, WORD_COUNT } from "../word-numbers";
import { UNREADABLE } from "./entered";
import { foreignWords, SET_WORDS, setWords } from "./readings";
import type { KnownSets } from "./repair";

/** Whether four entered words may be meant as those of a set, which are the same on every sheet of it. */
type MayMean = (entered: Uint16Array, ofSet: Uint16Array) => boolean;

/** For a search, which can put two wrong words right. */
const twoSlips: MayMean = (entered, ofSet) => foreignWords(entered, ofSet) <= 2;

/** For who types: one wrong word, or neighbours that were swapped, are a typing error first (FORMATS §2.2). */
export const oneSlip: MayMean = (entered, ofSet) => {
  const wrong = [...ofSet.keys()].filter((at) => entered[at] !== ofSet[at]);
  const [one = 0, next = 0] = wrong;
  const areSwapped = next === one + 1 && entered[one] === ofSet[next] && entered[next] === ofSet[one];
  return wrong.length <= 1 || (wrong.length === 2 && areSwapped);
};

/**
 * What the first four words tell where they are none of the known sets', and not near enough to one: a share of
 * another kind or set, or of a newer version. Null where one of the four is missing.
 */
export function foreignSet(
  entered: Uint16Array,
  { practice, sets }: KnownSets,
  mayMean: MayMean = twoSlips,
): ShareFailure | null {
  const [current] = sets;
  const first = entered.subarray(0, SET_WORDS);
  if (current === undefined || first.includes(UNREADABLE)) return null;
  if (sets.some((set) => mayMean(first, setWords(set, practice)))) return null;
  const numbers = ownNumbers(WORD_COUNT);
  numbers.set(first);
  // Four words end where x begins; any x but 0 stands in for the one that is not read.
  numbers[SET_WORDS] = 1 << 3;
  const payload = payloadIn(numbers);
  const header = readHeader(payload);
  payload.wipe();
  if (!header.ok) return header.error;
  if (header.value.practice !== practice) {
    return { code: practice ? "share.production-in-practice" : "share.practice-in-production" };
  }
  return { code: "share.other-set", setId: header.value.setId, expected: current.id };
}
