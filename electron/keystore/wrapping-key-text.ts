import type { WrappingKeyFailure } from "../contract/errors";
import { plainText } from "../contract/plain-text";
import { fail, ok, type Result } from "../contract/result";
import { codesIn, hasCodeLength, hasCodePrefix, mappedCodesIn } from "../contract/typed-code";
import { asHexDigits, readTypedHex } from "../contract/typed-hex";
import { hex, taggedHash } from "../crypto/hash";
import { ownMemory } from "../crypto/own-memory";
import { SecretBytes } from "../crypto/secret-bytes";

/** One line of a Wrapping Key sheet: 16 hex characters in groups of four, and the line's check of four. */
export interface WrappingKeyLine {
  readonly groups: readonly [string, string, string, string];
  readonly check: string;
}

const LINE_BYTES = 8;
const LINE_CHARACTERS = 2 * LINE_BYTES;
const CHECK_CHARACTERS = 4;
const DIGITS = new TextEncoder().encode("0123456789abcdef");

/** The key's hex as ASCII bytes, which unlike a string can be wiped: what its file holds, and nothing else. */
export function wrappingKeyBytes(key: SecretBytes): Uint8Array {
  return key.use((bytes) => {
    const text = ownMemory(bytes.length * 2);
    bytes.forEach((byte, position) => {
      text.set([DIGITS[byte >> 4] ?? 0, DIGITS[byte & 15] ?? 0], position * 2);
    });
    return text;
  });
}

/**
 * Reads a Wrapping Key from a file or from what a person typed: 64 or 48 hex characters, a sheet's lines with their
 * checks (80 or 60), or the text of its code, in any form that `readTypedHex` or `codesIn` reads, also behind a name as
 * in `NAME=…` (FORMATS §1, §5). `expectedBits` limits it to one of the two sizes. Fails with wrapping-key.not-hex,
 * .length, .line-check, .keyboard-layout, or as `readWrappingKeyCode`. Nothing here proves that it is the right key. It is
 * the caller's to wipe.
 */
export function readWrappingKeyText(
  text: string,
  expectedBits: 192 | 256 | null,
): Result<SecretBytes, WrappingKeyFailure> {
  if (isWrappingKeyCode(text)) return readWrappingKeyCode(text, expectedBits);
  const { digits, odd } = readTypedHex(withoutNumbers(withoutName(text)));
  if (odd !== null)
    return fail(
      looksMapped(text, digits)
        ? { code: "wrapping-key.keyboard-layout" }
        : { code: "wrapping-key.not-hex", odd },
    );
  const sizes = expectedBits === null ? [192, 256] : [expectedBits];
  for (const bits of sizes) {
    const length = bits / 4;
    if (digits.length === length) return ok(fromHex(digits));
    const lines = length / LINE_CHARACTERS;
    if (digits.length === length + lines * CHECK_CHARACTERS) return fromLines(digits, lines);
  }
  const expected = expectedBits === null ? null : expectedBits / 4;
  return fail({ code: "wrapping-key.length", length: digits.length, expected });
}

/** Whether a text is meant as the code of a sheet, a Wrapping Key's or another one, and not as a key's digits. */
export function isWrappingKeyCode(text: string): boolean {
  return (
    hasCodePrefix(text, "wrapping-key") ||
    hasCodePrefix(text, "share") ||
    mappedCodesIn(text, "wrapping-key").length > 0
  );
}

/**
 * Reads a Wrapping Key from the text of its sheet's code (FORMATS §5): behind and before anything, in either case, and in
 * a foreign keyboard layout if only one reading is possible, since the code has no checksum. Fails with
 * wrapping-key.not-code, .keyboard-layout, or .does-not-open for a key of the other size than `bits`. The key is the caller's to wipe.
 */
export function readWrappingKeyCode(
  text: string,
  bits: 192 | 256 | null,
): Result<SecretBytes, WrappingKeyFailure> {
  const isPlain = hasCodePrefix(text, "wrapping-key");
  const [characters, ...others] = (isPlain ? codesIn : mappedCodesIn)(text, "wrapping-key");
  if (characters === undefined) return fail({ code: "wrapping-key.not-code" });
  if (others.length > 0) {
    return fail({ code: isPlain ? "wrapping-key.not-code" : "wrapping-key.keyboard-layout" });
  }
  if (bits !== null && characters.length !== bits / 4) return fail({ code: "wrapping-key.does-not-open" });
  return ok(fromHex(characters));
}

/** The lines of the key's sheet (FORMATS §5): four of them, three for a 24-byte key. */
export function wrappingKeyLines(key: SecretBytes): WrappingKeyLine[] {
  return key.use((bytes) =>
    Array.from({ length: bytes.length / LINE_BYTES }, (_, position) => {
      const line = bytes.subarray(position * LINE_BYTES, (position + 1) * LINE_BYTES);
      const text = hex(line);
      return {
        groups: [text.slice(0, 4), text.slice(4, 8), text.slice(8, 12), text.slice(12)],
        check: lineCheck(position + 1, line),
      };
    }),
  );
}

/** The text of the sheet's QR code (FORMATS §5). */
export function wrappingKeyQr(key: SecretBytes): string {
  return `KCW1:${key.use(hex).toUpperCase()}`;
}

/**
 * Reads line `line` (from 1) of a sheet as it was typed, its check at the end (`readTypedHex`).
 * Fails with wrapping-key.line-check. The line's 8 bytes are the caller's to wipe.
 */
export function readWrappingKeyLine(text: string, line: number): Result<SecretBytes, WrappingKeyFailure> {
  const [, characters = "", check] = /^([0-9a-f]{16})([0-9a-f]{4})$/.exec(readTypedHex(text).digits) ?? [];
  const bytes = fromHex(characters);
  if (bytes.use((read) => lineCheck(line, read)) === check) return ok(bytes);
  bytes.wipe();
  return fail({ code: "wrapping-key.line-check", line });
}

function fromLines(characters: string, lines: number): Result<SecretBytes, WrappingKeyFailure> {
  const width = LINE_CHARACTERS + CHECK_CHARACTERS;
  let key = "";
  for (let line = 1; line <= lines; line += 1) {
    const text = characters.slice((line - 1) * width, line * width);
    const read = readWrappingKeyLine(text, line);
    if (!read.ok) return read;
    read.value.wipe();
    key += text.slice(0, LINE_CHARACTERS);
  }
  return ok(fromHex(key));
}

/** A key as a file of settings has it: `NAME=…`, `export NAME="…"`, `name: …`. The name is nothing of the key. */
const NAMED = /^\s*(?:export\s+)?[a-z_][a-z0-9_.-]*\s*(?:=|:\s)\s*/iu;

function withoutName(text: string): string {
  return plainText(text).trim().includes("\n") ? text : plainText(text).replace(NAMED, "");
}

/** The lines of a sheet without their numbers, where each has its own before it and 16 or 20 digits behind. */
function withoutNumbers(text: string): string {
  const lines = plainText(text)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const rests = lines.map((line, at) => {
    const [, rest = ""] =
      new RegExp(`^\\s*(?:line\\s*)?${at + 1}[\\s.):|]+(.*)$`, "iu").exec(line.trim()) ?? [];
    return rest;
  });
  const areNumbered = rests.length > 1 && rests.every((rest) => [16, 20].includes(asHexDigits(rest).length));
  return areNumbered ? rests.join("\n") : text;
}

/** Whether a text has the length of a code and as many different characters, hardly one of them of a key. */
function looksMapped(text: string, digits: string): boolean {
  const odd = digits.replace(/[0-9a-f]/gu, "");
  return hasCodeLength(text) && [...odd].length * 4 > [...digits].length && new Set(digits).size >= 10;
}

function fromHex(characters: string): SecretBytes {
  return SecretBytes.take(Buffer.from(characters, "hex"));
}

/** The first 4 hex of the tagged hash over the line's number (from 1) and its 8 bytes. */
function lineCheck(line: number, bytes: Uint8Array): string {
  return hex(taggedHash("key-ceremony/v1/line", Uint8Array.of(line), bytes)).slice(0, CHECK_CHARACTERS);
}
