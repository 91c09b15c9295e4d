import { visible } from "./escape";
import type { OddCharacter } from "./typed-hex";

/** For each code of `F` its sentence: one that is missing does not compile. */
export type Sentences<F extends { code: string }> = {
  readonly [C in F["code"]]: (failure: Extract<F, { code: C }>) => string;
};

/** "3", "3 and 5", "3, 5 and 9"; with "or" where only one of them is meant. */
export function listed(items: readonly (string | number)[], last: "and" | "or" = "and"): string {
  const head = items.slice(0, -1).join(", ");
  const tail = String(items.at(-1) ?? "");
  return head === "" ? tail : `${head} ${last} ${tail}`;
}

/** "Word 3", "Words 3 and 5". */
export function wordsAt(positions: readonly number[]): string {
  return `${positions.length === 1 ? "Word" : "Words"} ${listed(positions)}`;
}

/** "1 word", "30 words". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** Text from outside in quotation marks: nothing invisible in it, and never longer than a few lines. */
export function quoted(text: string): string {
  const characters = [...text];
  const short = characters.length > 200 ? `${characters.slice(0, 200).join("")}…` : text;
  return `“${visible(short)}”`;
}

/** "Character 12, in group 3, is “g”; only 0 to 9 and a to f occur here." A letter that only looks like one has its number. */
export function oddCharacter({ character, place }: OddCharacter): string {
  const number = character.codePointAt(0) ?? 0;
  const unusual = number < 0x80 ? "" : ` (U+${number.toString(16).toUpperCase().padStart(4, "0")})`;
  return (
    `Character ${place}, in group ${Math.ceil(place / 4)}, is ${quoted(character)}${unusual}; ` +
    "only 0 to 9 and a to f occur here."
  );
}

/** "One of 32 characters was not entered." and the like: how far a hex text is from its length. */
export function wrongLength(length: number, expected: number): string {
  if (length === 0) return "Nothing was entered.";
  const by = Math.abs(expected - length);
  return `${counted(length, "character")} ${length === 1 ? "was" : "were"} entered: ${by} too ${length < expected ? "few" : "many"}.`;
}
