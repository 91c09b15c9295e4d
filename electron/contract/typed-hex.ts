import { plainText } from "./plain-text";

/** A character that no hex has, and its place (from 1) among the digits: groups do not count. */
export interface OddCharacter {
  readonly character: string;
  readonly place: number;
}

export interface TypedHex {
  /** Lower case, without what stood between the groups. */
  readonly digits: string;
  /** The first character that is no digit; null where all are. `digits` has it as it was typed. */
  readonly odd: OddCharacter | null;
}

/** What people and programs put between groups of digits. */
const BETWEEN = /[\s.,:;·•_|│"'“”‘’\p{Pd}]+/gu;

/**
 * Reads hex as people copy it from paper or screen: any case, any groups, with what stands between them, full-width, with
 * `0x` before it. The letters O, I and L, which no hex has, are the digits that look like them. Nothing else is guessed.
 */
export function readTypedHex(text: string): TypedHex {
  const characters = charactersOf(text);
  const digits = characters.map(digitOf);
  const at = digits.findIndex((digit) => !/^[0-9a-f]$/.test(digit));
  const character = characters[at];
  return { digits: digits.join(""), odd: character === undefined ? null : { character, place: at + 1 } };
}

/** The same text without a judgement: what is no digit stays as it is. */
export function asHexDigits(text: string): string {
  return charactersOf(text).map(digitOf).join("");
}

function charactersOf(text: string): string[] {
  return [...plainText(text).replace(BETWEEN, "").replace(/^0x/iu, "")];
}

function digitOf(character: string): string {
  if (/^[oоο]$/iu.test(character)) return "0";
  return /^[ilıİі]$/iu.test(character) ? "1" : character.toLowerCase();
}
