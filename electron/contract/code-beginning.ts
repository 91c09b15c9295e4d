import { keyMaps } from "./keyboard-layouts";
import { plainText, withoutUnseen } from "./plain-text";
import { type CodeKind, codeKinds, hasCodePrefix, mappedCodesIn } from "./typed-code";

/** Where a code begins in what was typed so far. */
export interface CodeBeginning {
  /** Null where only its length tells that it is one: the keyboard layout is not a known one. */
  readonly kind: CodeKind | null;
  /** How many of the last characters, as they were typed, belong to it. */
  readonly length: number;
}

/** So many characters that fit behind a beginning without its colon are no chance any more. */
const ENOUGH = 12;

/** No beginning that is looked for is longer: four letters, the place of the colon, and enough behind it. */
const LONGEST = 4 + 1 + ENOUGH;

/** As long in one piece as no word and no name is. */
const PIECE = 40;

/** A path or an address has one of these; a hash from paper is hex digits alone, perhaps with O, I and L among them. */
const NO_CODE = /[/\\.@]|^[0-9a-foil]+$/iu;

const all = Object.entries(codeKinds) as readonly [CodeKind, (typeof codeKinds)[CodeKind]][];
const tagged = new RegExp(`(?:${all.map(([, { tag }]) => tag).join("|")}):$`, "u");
const bare = new RegExp(
  all.map(([, { tag, alphabet }]) => `${tag}[^${alphabet}\\s]?[${alphabet}]{${ENOUGH}}$`).join("|"),
  "u",
);

/**
 * Whether the last character of `typed` makes it plain that a code is being typed, and which: as it is printed, in any
 * case, behind anything, or in a keyboard layout that is not the scanner's. Most are known by their colon, before a
 * character of the secret was typed. `pieces`: whether any long piece counts too; not where words are typed without spaces.
 */
export function codeBeginning(typed: string, pieces: boolean): CodeBeginning | null {
  const direct = tagged.exec(plainText(typed).toUpperCase());
  if (direct !== null) return { kind: kindOf(direct[0]), length: direct[0].length };
  const characters = Array.from(withoutUnseen(typed.normalize("NFC"))).slice(-LONGEST);
  for (const map of keyMaps()) {
    const meant = characters.map((character) => map.get(character) ?? character.toUpperCase()).join("");
    const [found] = tagged.exec(meant) ?? bare.exec(meant) ?? [];
    if (found !== undefined) return { kind: kindOf(found), length: found.length };
  }
  const [piece = ""] = /\S+$/u.exec(typed) ?? [];
  const isLong = pieces && piece.length >= PIECE && /\p{N}/u.test(piece) && !NO_CODE.test(piece);
  return isLong ? { kind: null, length: piece.length } : null;
}

/** Whether a text ends with what may still become the beginning of a code: its first letters, and nothing behind them that none has. */
export function mayBeginCode(typed: string): boolean {
  return /(?:KC[TW]?1\S{0,12}|\bKC)$/iu.test(plainText(typed));
}

/** Which code a text holds that came at once: its beginning, or all of it in a foreign keyboard layout. Null where none. */
export function codeKindIn(text: string): CodeKind | null {
  const found = all.find(([kind]) => hasCodePrefix(text, kind) || mappedCodesIn(text, kind).length > 0);
  return found?.[0] ?? null;
}

function kindOf(found: string): CodeKind | null {
  return all.find(([, { tag }]) => found.startsWith(tag))?.[0] ?? null;
}
