import { randomInt } from "node:crypto";
import type { WrappingKeyBits } from "../../contract/plan";
import { fail, ok, type Result } from "../../contract/result";
import { SecretBytes } from "../../crypto/secret-bytes";
import {
  isWrappingKeyCode,
  readWrappingKeyCode,
  readWrappingKeyLine,
  readWrappingKeyText,
} from "../../keystore/wrapping-key-text";
import type { Custody } from "./custody";

const LINE_BYTES = 8;

/** How a Wrapping Key's sheet is read back: `asked` is null until its code was read, then the line (from 1) to be typed. */
interface Reading {
  readonly bits: WrappingKeyBits;
  readonly asked: number | null;
}

/**
 * Takes what came from the sheet of the Wrapping Key: its code, whose text proves itself, and then one line of it,
 * asked for at random, which proves that the lines can be read; or all lines. Gives the line that is asked for next, or
 * null where the sheet is read back. Fails as the readers of wrapping-key-text do, and with
 * ceremony.key-read-back for another key: what was printed is known.
 */
export function readKeyBack(text: string, { bits, asked }: Reading, custody: Custody): Result<number | null> {
  const taken = asked === null ? takeAll(text, bits, custody) : takeLine(text, asked, custody);
  const isOther = !taken.ok && taken.error.code === "wrapping-key.does-not-open";
  return isOther ? fail({ code: "ceremony.key-read-back" }) : taken;
}

function takeAll(text: string, bits: WrappingKeyBits, custody: Custody): Result<number | null> {
  const isCode = isWrappingKeyCode(text);
  const key = isCode ? readWrappingKeyCode(text, bits) : readWrappingKeyText(text, bits);
  if (!key.ok) return key;
  const taken = custody.takeBackIfSame(key.value);
  if (!taken.ok) return taken;
  return ok(isCode ? randomInt(bits / (8 * LINE_BYTES)) + 1 : null);
}

function takeLine(text: string, asked: number, { wrappingKey }: Custody): Result<null> {
  const line = readWrappingKeyLine(text, asked);
  if (!line.ok) return line;
  const from = (asked - 1) * LINE_BYTES;
  const own = wrappingKey.use((key) => SecretBytes.copyOf(key.subarray(from, from + LINE_BYTES)));
  const same = line.value.equals(own);
  own.wipe();
  line.value.wipe();
  return same ? ok(null) : fail({ code: "wrapping-key.does-not-open" });
}
