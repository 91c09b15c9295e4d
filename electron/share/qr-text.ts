import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { ownNumbers } from "../crypto/own-memory";
import type { SecretBytes } from "../crypto/secret-bytes";
import { regroup } from "./bits";
import { VERSION, versionOf } from "./payload";
import { checksumHolds, payloadIn, WORD_COUNT, wordNumbers } from "./word-numbers";

/** What a share's QR text begins with. */
export const QR_PREFIX = "KC1:";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648 §6
const SHAPE = /^KC1:[A-Z2-7]{69}$/;

/** The 73 characters in a share sheet's QR: the 341 bits of the 31 words and 4 zero bits (FORMATS §2.3). */
export function toQrText(payload: SecretBytes): string {
  const numbers = wordNumbers(payload);
  const digits = regroup(numbers, 11, 5);
  const text = QR_PREFIX + Array.from(digits, (digit) => BASE32.charAt(digit)).join("");
  numbers.fill(0);
  digits.fill(0);
  return text;
}

/**
 * The 39-byte payload of a QR text, exactly as `toQrText` writes it; the caller wipes it. A code corrects its
 * own reading errors, so no typing error is searched for and the version comes first, before padding and
 * checksum. The rest of the header is not judged here.
 */
export function fromQrText(text: string): Result<SecretBytes, ShareFailure> {
  if (!SHAPE.test(text)) return fail({ code: "share.qr-text" });
  const digits = ownNumbers(text.length - QR_PREFIX.length);
  for (const at of digits.keys()) digits[at] = BASE32.indexOf(text.charAt(QR_PREFIX.length + at));
  const groups = regroup(digits, 5, 11);
  const numbers = groups.subarray(0, WORD_COUNT);
  const payload = payloadIn(numbers);
  try {
    const failure = wrongWith(payload, numbers, groups[WORD_COUNT] ?? 0);
    if (failure === null) return ok(payload);
    payload.wipe();
    return fail(failure);
  } finally {
    digits.fill(0);
    groups.fill(0);
  }
}

function wrongWith(payload: SecretBytes, numbers: Uint16Array, padding: number): ShareFailure | null {
  const version = versionOf(payload);
  if (version !== VERSION) return { code: "share.newer-version", version };
  if (padding !== 0) return { code: "share.padding" };
  return checksumHolds(numbers) ? null : { code: "share.checksum" };
}
