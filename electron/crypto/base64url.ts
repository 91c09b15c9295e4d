/** RFC 4648 §5 without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");
}

/**
 * The bytes of `text`, or null when it is not canonical base64url: padding, white space, the other alphabet
 * or stray last bits. Node's decoder forgives all of these, so the bytes are encoded again and compared.
 */
export function fromBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Buffer.from(text, "base64url"));
  return toBase64url(bytes) === text ? bytes : null;
}
