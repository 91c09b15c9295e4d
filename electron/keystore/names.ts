import { fail, ok, type Result } from "../contract/result";

/** The longest name of a person or a vault, in characters (code points). */
export const NAME_LIMIT = 120;

export type NameFailure =
  | { code: "name.empty" }
  | { code: "name.too-long"; limit: number }
  | { code: "name.characters" };

/**
 * A name as a person typed it, made fit for a keystore: NFC, white space around it removed, nothing
 * else changed. Refuses an empty one, one of more than 120 characters and control characters. Right-to-left
 * and invisible characters belong to real names and emoji: they stay, and whoever shows a name isolates it.
 */
export function readName(text: string): Result<string, NameFailure> {
  const name = text.normalize("NFC").trim();
  if (name === "") return fail({ code: "name.empty" });
  if (hasForbiddenCharacters(name)) return fail({ code: "name.characters" });
  if ([...name].length > NAME_LIMIT) return fail({ code: "name.too-long", limit: NAME_LIMIT });
  return ok(name);
}

/** Whether a keystore may hold this name as it stands (FORMATS §3: NFC, 1..120, no control characters). */
export function isName(text: string): boolean {
  const length = [...text].length;
  return (
    length >= 1 && length <= NAME_LIMIT && !hasForbiddenCharacters(text) && text.normalize("NFC") === text
  );
}

/** Two names with equal keys are one person: NFKC, case folding, runs of white space as one space. */
export function nameKey(name: string): string {
  return foldCase(name.normalize("NFKC")).normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** Control characters, and halves of surrogate pairs, which canonical JSON cannot hold (RFC 8785 §3.2.2.2). */
function hasForbiddenCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text);
}

/** Unicode's full case folding by what JavaScript has. Only the dotless i would wrongly become an i. */
function foldCase(text: string): string {
  return text
    .split("ı")
    .map((part) => part.toLowerCase().toUpperCase())
    .join("ı");
}
