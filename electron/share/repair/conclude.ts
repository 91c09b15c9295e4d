import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { VERSION } from "../payload";
import { wordNumbers } from "../word-numbers";
import { UNREADABLE, unreadablePlaces } from "./entered";
import type { SearchPlan } from "./plan";
import type { Reading } from "./readings";
import type { Repair, Repairs } from "./repair";

/** The version is the first three bits of the first word. */
const VERSION_SHIFT = 8;

/** A payload (39 bytes) that one part of a plan gave. */
export interface Found {
  /** The part's position in its plan. */
  readonly part: number;
  readonly payload: SecretBytes;
}

/**
 * What a search that went to its end says. Of equal payloads the one of the earliest part counts, whatever
 * order they were found in; the others are wiped, and those in the answer are its receiver's to wipe. Fails
 * where there is none.
 */
export function conclude(plan: SearchPlan, found: readonly Found[]): Result<Repairs, ShareFailure> {
  const solutions: Repair[] = [];
  for (const { part, payload } of [...found].sort((one, other) => one.part - other.part)) {
    const reading = plan.readings[plan.parts[part]?.reading ?? -1];
    if (reading === undefined) throw new Error("Found in another plan.");
    if (solutions.some((one) => one.payload.equals(payload))) payload.wipe();
    else solutions.push(repairOf(reading, payload));
  }
  return solutions.length > 0 ? ok({ solutions }) : fail(nothingFits(plan));
}

function repairOf(reading: Reading, payload: SecretBytes): Repair {
  const words = wordNumbers(payload);
  const changed = Array.from(words.keys()).filter((at) => words[at] !== reading.entered[at]);
  const changes = changed.map((at) => ({ position: at + 1, word: wordlist[words[at] ?? 0] ?? "" }));
  words.fill(0);
  return { kind: kindOf(reading, changed), changes, payload, proof: proofOf(reading) };
}

function kindOf({ kind, entered }: Reading, changed: readonly number[]): Repair["kind"] {
  if (kind === "place-missing") return "missing-place";
  // Also where an unreadable word stands beside its like: then their swap changes nothing that was read.
  if (changed.every((at) => entered[at] === UNREADABLE)) return "missing-words";
  return kind === "swapped" ? "swapped-words" : "wrong-words";
}

function proofOf({ kind, entered, commitments }: Reading): Repair["proof"] {
  if (commitments !== null) return "commitment";
  return kind === "in-order" && unreadablePlaces(entered).length > 1 ? "probable" : "checksum";
}

/**
 * Unknown version bits in a first word that is not itself in doubt may come from a newer version, with
 * another checksum.
 */
function nothingFits({ readings: [reading] }: SearchPlan): ShareFailure {
  if (reading === undefined) throw new Error("A plan without a reading has nothing to conclude.");
  const { commitments, entered } = reading;
  if (commitments !== null) return { code: "share.not-repaired", keystore: true };
  const [first = 0] = entered;
  const version = first === UNREADABLE ? VERSION : first >>> VERSION_SHIFT;
  if (version !== VERSION) return { code: "share.newer-version", version };
  return unreadablePlaces(entered).length === 0
    ? { code: "share.checksum" }
    : { code: "share.not-repaired", keystore: false };
}
