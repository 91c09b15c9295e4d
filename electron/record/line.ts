import canonicalize from "canonicalize";
import { z } from "zod";
import type { RecordFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { isTime } from "../contract/time";
import { fromBase64url } from "../crypto/base64url";

/** The bytes of a base64url text, exactly `length` of them. */
function base64urlOf(length: number) {
  return z.string().transform((text, context) => {
    const bytes = fromBase64url(text);
    if (bytes?.length === length) return bytes;
    context.addIssue(`Not ${length} bytes of base64url.`);
    return z.NEVER;
  });
}

/** The longest line, in bytes without its LF: more than the parameters of 255 custodians. */
export const LINE_LIMIT = 1024 * 1024;

/** How deep its data may nest, itself counted: more than any recorder writes, and less than what a reader's stack holds. */
const DEPTH_LIMIT = 100;

function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isNestedWithin(levels - 1, member));
}

/** What every line has, whatever its event (FORMATS §4). */
const lineSchema = z.strictObject({
  seq: z.int().min(0),
  time: z.string().refine(isTime),
  event: z.string().regex(/^[^.]+\.[^.]+$/),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()).refine((data) => isNestedWithin(DEPTH_LIMIT, data)),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The event of line 0, and of no other line. */
export const OPENED = "ceremony.opened";

/** Line 0: at least these in its data. */
export const openingSchema = z.looseObject({
  event: z.literal(OPENED),
  data: z.looseObject({
    version: z.literal(1),
    ceremonyId: z.uuidv4(),
    kind: z.enum(["generate", "recover", "rotate", "reshare", "check"]),
    vaultId: z.uuidv4(),
    practice: z.boolean(),
    publicKey: base64urlOf(32),
    parameters: z.unknown().optional(),
  }),
});

/** The last line of a record that was sealed: exactly these in its data. */
export const sealSchema = z.looseObject({
  data: z.strictObject({ publicKey: base64urlOf(32), signature: base64urlOf(64) }),
});

export type Line = Readonly<z.infer<typeof lineSchema>>;

/** The JCS text (RFC 8785) of a value from JSON.parse, or null where it has none: a lone surrogate, an infinity. */
export function canonicalText(value: unknown): string | null {
  try {
    return canonicalize(value) ?? null;
  } catch {
    return null;
  }
}

/**
 * Reads one line, without its LF; `position` counts from 1. Its shape first, then that the text is canonical,
 * which refuses doubled members, white space and odd escapes, then that every member's name is ASCII.
 */
export function readLine(text: string, position: number): Result<Line, RecordFailure> {
  // A line that went through an editor or a mail on Windows is told as such.
  if (text.endsWith("\r")) return fail({ code: "record.line-ending", line: position });
  const json = parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return fail({ code: "record.not-json", line: position });
  }
  if (position === 1) {
    const version = versionOf(json);
    if (version !== null && version !== 1) return fail({ code: "record.newer-version", version });
  }
  const line = matching(lineSchema, json, position);
  if (!line.ok) return line;
  // Of what was taken over, so that nothing stands in the text that the reader would pass over.
  if (canonicalText(line.value) !== text) return fail({ code: "record.not-canonical", line: position });
  const foreign = nonAsciiName(json);
  return foreign === null ? line : fail({ code: "record.bad-member", line: position, member: foreign });
}

/** `value` as `schema` has it, or the first member that is unknown, missing or mistyped, as a path. */
export function matching<T>(
  schema: z.ZodType<T>,
  value: unknown,
  position: number,
): Result<T, RecordFailure> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const member = [...(issue?.path ?? []), ...unknown].join(".");
  return fail({ code: "record.bad-member", line: position, member });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The version that line 0 names, looked at before anything else; null where none can be made out. */
function versionOf(json: object): number | null {
  const parsed = z.looseObject({ data: z.looseObject({ version: z.number() }) }).safeParse(json);
  return parsed.success ? parsed.data.data.version : null;
}

function nonAsciiName(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = /\P{ASCII}/u.test(name) ? name : nonAsciiName(member);
    if (found !== null) return found;
  }
  return null;
}
