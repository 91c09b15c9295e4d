import { type KeyMap, keyMaps } from "./keyboard-layouts";
import { plainText, withoutUnseen } from "./plain-text";

/** The codes that are printed: how each begins, and what follows (FORMATS §2.3, §5). */
export const codeKinds = {
  share: { tag: "KC1", alphabet: "A-Z2-7", lengths: [69] },
  "wrapping-key": { tag: "KCW1", alphabet: "0-9A-F", lengths: [64, 48] },
  "proof-page": { tag: "KCT1", alphabet: "A-Z2-7", lengths: [68] },
} as const;

export type CodeKind = keyof typeof codeKinds;

/** A code's text is 73 characters with its prefix. Nothing much longer was typed by a scanner in one go. */
const MAPPED_LIMIT = 4096;

/**
 * What may be the characters behind the prefix of such a code in a text, in capitals: wherever it stands, behind and
 * before anything, in any case, over several lines. More than one where there are several codes, or several ways to
 * read it; which of them is right, only a checksum or a key can tell.
 */
export function codesIn(text: string, kind: CodeKind): readonly string[] {
  const { tag } = codeKinds[kind];
  const direct = plainText(text)
    .toUpperCase()
    .replace(/[^A-Z0-9:]/gu, "");
  return unique(bodiesIn(direct, `${tag}:`, kind));
}

/**
 * The same for a text that a scanner typed in another keyboard layout than the computer's: what each known layout
 * makes of it. Without a proof none of them is the code. A colon that the layout cannot type may be missing.
 */
export function mappedCodesIn(text: string, kind: CodeKind): readonly string[] {
  if (text.length > MAPPED_LIMIT) return [];
  const typed = withoutUnseen(text.normalize("NFC")).replace(/\s+/gu, "");
  const { tag, alphabet, lengths } = codeKinds[kind];
  if (typed.length < tag.length + Math.min(...lengths)) return [];
  return unique(
    keyMaps().flatMap((map) => {
      return bodiesIn(meantBy(map, typed), `${tag}[^${alphabet}]?`, kind);
    }),
  );
}

/** Whether a text has the beginning of such a code, whole or not, as it is printed or in lower case. */
export function hasCodePrefix(text: string, kind: CodeKind): boolean {
  return plainText(text).replace(/\s+/gu, "").toUpperCase().includes(`${codeKinds[kind].tag}:`);
}

/** So many characters of a code are a part of a secret. */
const PART = 16;

/** Whether a text has the beginning of a share's or a Wrapping Key's code and a part of what follows, in any layout. */
export function hasPartOfSecretCode(text: string): boolean {
  if (hasCodePrefix(text, "share") || hasCodePrefix(text, "wrapping-key")) return true;
  const typed = withoutUnseen(text.normalize("NFC")).replace(/\s+/gu, "").slice(0, MAPPED_LIMIT);
  if (typed.length < PART) return false;
  return keyMaps().some((map) => SECRET_PART.test(meantBy(map, typed)));
}

const SECRET_PART = new RegExp(
  [codeKinds.share, codeKinds["wrapping-key"]]
    .map(({ tag, alphabet }) => `${tag}:[${alphabet}]{${PART}}`)
    .join("|"),
  "u",
);

/** As long in one piece as no word is, and no longer than a code with what a scanner puts around it. */
const CODE_LIKE = /(?<!\S)\S{40,120}(?!\S)/u;

/** Whether a text has something in it that is as long as a code, whatever its characters are. */
export function hasCodeLength(text: string): boolean {
  return CODE_LIKE.test(withoutUnseen(text));
}

function meantBy(map: KeyMap, typed: string): string {
  return Array.from(typed, (character) => map.get(character) ?? character.toUpperCase()).join("");
}

function bodiesIn(text: string, before: string, kind: CodeKind): string[] {
  const { alphabet, lengths } = codeKinds[kind];
  const bodies: string[] = [];
  for (const length of lengths) {
    // Without a checksum, or with two lengths, only the end of the characters tells where a code ends.
    const end = lengths.length > 1 ? `(?![${alphabet}])` : "";
    const code = new RegExp(`${before}(?=([${alphabet}]{${length}})${end})`, "gu");
    for (const [, body] of text.matchAll(code)) if (body !== undefined) bodies.push(body);
  }
  return bodies;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
