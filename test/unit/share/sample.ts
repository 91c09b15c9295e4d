import fc from "fast-check";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { makePayload } from "../../../electron/share/payload";

/** Any header and point that a split could give. */
export const anyShare = fc.record({
  header: fc.record({
    practice: fc.boolean(),
    setId: fc.uint8Array({ minLength: 4, maxLength: 4 }).map((id) => Buffer.from(id).toString("hex")),
    threshold: fc.integer({ min: 2, max: 255 }),
  }),
  y: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  x: fc.integer({ min: 1, max: 255 }),
});

/** The payload of any such share. */
export const anyPayload = anyShare.map(({ header, y, x }) =>
  makePayload(header, SecretBytes.copyOf(new Uint8Array([...y, x]))),
);

/** A share's payload, always the same, with the first bytes (version, practice, set id, threshold, x) as told. */
export function samplePayload(change: Readonly<Record<number, number>> = {}): SecretBytes {
  const y = Uint8Array.from({ length: 32 }, (_, at) => at * 7 + 1);
  const header = { practice: false, setId: "0123abcd", threshold: 3 };
  const bytes = makePayload(header, SecretBytes.copyOf(new Uint8Array([...y, 9]))).use((own) => own.slice());
  for (const [at, byte] of Object.entries(change)) bytes[Number(at)] = byte;
  return SecretBytes.copyOf(bytes);
}

/** A payload's bytes as hex, for comparing. */
export function hexOf(payload: SecretBytes): string {
  return payload.use((bytes) => Buffer.from(bytes).toString("hex"));
}
