import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { commitment, readHeader } from "../../../../electron/share/payload";
import { readEntered, UNREADABLE } from "../../../../electron/share/repair/entered";
import type { KnownSets, Repairs } from "../../../../electron/share/repair/repair";
import { wordNumbers } from "../../../../electron/share/word-numbers";
import { hexOf } from "../sample";

/** A payload's 31 numbers with others in place of some (places from 0; `null` for `?`). */
export function damaged(payload: SecretBytes, changes: Readonly<Record<number, number | null>>): Uint16Array {
  const numbers = wordNumbers(payload);
  for (const [at, word] of Object.entries(changes)) numbers[Number(at)] = word ?? UNREADABLE;
  return numbers;
}

/** Another number than the one that stands there. */
export function otherThan(payload: SecretBytes, at: number, by = 1): number {
  return ((wordNumbers(payload)[at] ?? 0) + by) % 2048;
}

/** The numbers with those at `at` and the next in each other's place. */
export function swapped(numbers: Uint16Array, at: number): Uint16Array {
  const [here = 0, next = 0] = numbers.subarray(at, at + 2);
  numbers.set([next, here], at);
  return numbers;
}

/** The numbers without the one at `at`. */
export function without(numbers: Uint16Array, at: number): Uint16Array {
  return numbers.filter((_, place) => place !== at);
}

/** What a keystore knows of a set of which this share is one of two. */
export function setOf(payload: SecretBytes): KnownSets["sets"][number] {
  const header = readHeader(payload);
  if (!header.ok) throw new Error("Not the payload of a share.");
  const entry = (index: number, of: string) => ({ index, custodian: `Custodian ${index}`, commitment: of });
  return {
    id: header.value.setId,
    threshold: header.value.threshold,
    shares: [entry(1, "0".repeat(64)), entry(2, commitment(payload))],
  };
}

/** What a keystore knows whose current set has this share. */
export function knownBy(payload: SecretBytes): KnownSets {
  const header = readHeader(payload);
  return { practice: header.ok && header.value.practice, sets: [setOf(payload)] };
}

/** What was found, as text that can be compared. */
export function told({ solutions }: Repairs): unknown[] {
  return solutions.map(({ payload, ...repair }) => ({ ...repair, payload: hexOf(payload) }));
}

/** The change that puts the payload's own word back at place `at` (from 0). */
export function ownWord(payload: SecretBytes, at: number) {
  return { position: at + 1, word: wordlist[wordNumbers(payload)[at] ?? 0] };
}

/** Numbers of a text of words. */
export function entered(text: string): Uint16Array {
  const numbers = readEntered({ words: text.split(" "), from: null });
  if (!numbers.ok) throw new Error(numbers.error.code);
  return numbers.value;
}
