import { z } from "zod";
import { isTime } from "../contract/time";
import { fromBase64url } from "../crypto/base64url";
import { isName } from "./names";

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

/** Canonical base64url of exactly this many bytes. */
const base64url = (bytes: number) => z.string().refine((text) => fromBase64url(text)?.length === bytes);

/** Any length: what it must hold exactly is built from the document and compared. */
const anyBase64url = z.string().refine((text) => fromBase64url(text) !== null);

/** RFC 9562, version 4, lowercase. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

const time = z.string().refine(isTime);

const name = z.string().refine(isName);
const threshold = z.int().min(2).max(255);

/**
 * A list that is read up to the first element that is refused. zod's own array goes on and keeps an issue for every
 * element: a hostile file of a few megabytes would take a minute and all memory to be refused.
 */
const listOf = <T>(element: z.ZodType<T>, min: number, max = Number.POSITIVE_INFINITY) =>
  z.array(z.unknown()).transform((values, context): T[] => {
    const read: T[] = [];
    for (const [at, value] of values.entries()) {
      const one = element.safeParse(value);
      if (!one.success) {
        const [issue] = one.error.issues as [z.core.$ZodRawIssue];
        context.issues.push({ ...issue, path: [at, ...(issue.path ?? [])] });
        return z.NEVER;
      }
      read.push(one.data);
    }
    if (read.length < min || read.length > max) context.addIssue("Too few or too many.");
    return read;
  });

const commitment = hex(64);

const share = z.strictObject({
  index: z.int().min(1).max(255),
  custodian: name,
  commitment,
});

const shareSet = z.strictObject({
  id: hex(8),
  threshold,
  createdAt: time,
  shares: listOf(share, 2, 255),
});

const jwe = z.strictObject({
  protected: anyBase64url,
  iv: base64url(12),
  ciphertext: base64url(32),
  tag: base64url(16),
});

/** The first look at a document: what it is, before anything else is asked of it. */
export const envelopeSchema = z.looseObject({
  format: z.literal("key-ceremony.keystore"),
  version: z.unknown().optional(),
});

/** Every member of a keystore, version 1, each alone (FORMATS §3). rules.ts holds what ties them together. */
export const keystoreSchema = z.strictObject({
  format: z.literal("key-ceremony.keystore"),
  version: z.literal(1),
  vault: z.strictObject({ id: uuid, name }),
  practice: z.boolean(),
  generation: z.int().min(1),
  previous: hex(64).nullable(),
  createdAt: time,
  updatedAt: time,
  masterKey: z.strictObject({ kid: hex(16), sealKey: base64url(32), createdAt: time }),
  wrappingKey: z.strictObject({ kid: hex(16), bits: z.literal([192, 256]), createdAt: time }),
  shareSet,
  retiredShareSets: listOf(
    shareSet.extend({
      retiredAt: time,
      shares: listOf(share.extend({ destroyedAt: time.optional() }), 2, 255),
    }),
    0,
  ),
  ceremonies: listOf(
    z.strictObject({
      id: uuid,
      kind: z.enum(["generate", "recover", "rotate", "reshare"]),
      at: time,
      recordKey: base64url(32),
    }),
    1,
  ),
  encryptedKey: jwe,
  recoveryKey: jwe,
  seal: base64url(64),
});

/** The header of a `recoveryKey`, as far as it is read before it is built again and compared. */
export const recoveryHeaderSchema = z.looseObject({ vault: uuid, shareSet: hex(8), typ: z.string() });

/** What a document that may be damaged claims to be, as far as it can be read. */
export const claimSchema = z.looseObject({
  generation: z.int().min(1).optional().catch(undefined),
  ceremonies: z.array(z.unknown()).min(1).optional().catch(undefined),
});

/** Of a share set that may be damaged, whatever can be made out of each of the first 255 shares. */
export const listedSharesSchema = z.looseObject({
  shares: z
    .array(z.unknown())
    .transform((shares) => shares.slice(0, 255))
    .pipe(
      z.array(
        z
          .looseObject({
            custodian: name.nullable().catch(null),
            commitment: commitment.nullable().catch(null),
          })
          .catch({ custodian: null, commitment: null }),
      ),
    ),
});
