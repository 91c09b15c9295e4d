import type { ShareFailure } from "../../contract/errors";
import { ownNumbers } from "../../crypto/own-memory";
import { readHeader } from "../payload";
import { payloadIn, WORD_COUNT } from "../word-numbers";
import { UNREADABLE } from "./entered";
import { foreignWords, SET_WORDS, setWords } from "./readings";
import type { KnownSets } from "./repair";

/** So many of four words cannot be slips any more. */
const FOREIGN = 3;

/**
 * What the first four words tell where they are none of the known sets' and no two slips explain it: a share
 * of another kind or set, or of a newer version. Null where one of the four is missing, or where a set's are
 * near enough.
 */
export function foreignSet(entered: Uint16Array, { practice, sets }: KnownSets): ShareFailure | null {
  const [current] = sets;
  const first = entered.subarray(0, SET_WORDS);
  if (current === undefined || first.includes(UNREADABLE)) return null;
  if (sets.some((set) => foreignWords(first, setWords(set, practice)) < FOREIGN)) return null;
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
