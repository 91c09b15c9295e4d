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

/**
 * For who types: one wrong word, neighbours that were swapped, a word that was left out or entered twice, are a typing
 * error first (FORMATS §2.2).
 */
export const oneSlip: MayMean = (entered, ofSet) => {
  const places = [...ofSet.keys()];
  const wrong = places.filter((at) => entered[at] !== ofSet[at]);
  const [first = 0, next = 0] = wrong;
  const isSwapped =
    wrong.length === 2 &&
    next === first + 1 &&
    entered[first] === ofSet[next] &&
    entered[next] === ofSet[first];
  const behind = places.filter((at) => at > first);
  const isLeftOut = behind.every((at) => entered[at - 1] === ofSet[at]);
  const isTwice = behind.every((at) => entered[at] === ofSet[at - 1]);
  return wrong.length <= 1 || isSwapped || isLeftOut || isTwice;
};

/**
 * What the first four words tell where they are none of the known sets', and not near enough to one: a share of
 * another kind or set, or of none that can be told. Null where one of the four is missing.
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
  // Four words prove no version and no threshold that this one does not know: they may as well be typed wrong.
  if (!header.ok) return { code: "share.first-words", positions: [1, 2, 3, 4] };
  if (header.value.practice !== practice) {
    return { code: practice ? "share.production-in-practice" : "share.practice-in-production" };
  }
  return { code: "share.other-set", setId: header.value.setId, expected: current.id };
}
