import type { z } from "zod";
import type { KeystoreFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { Keystore } from "./document";
import { departure } from "./plain-json";
import { brokenRule } from "./rules";
import { envelopeSchema, keystoreSchema } from "./schema";
import { sealHolds } from "./seal";

/** The largest keystore that is read: 4 MiB. */
export const KEYSTORE_LIMIT = 4 * 1024 * 1024;

/**
 * Reads a keystore's bytes (FORMATS §3, Reading): strictly, and never without its seal. What comes out is
 * "as this file says" until its vault fingerprint was compared or a key has opened it. Fails with the first
 * KeystoreFailure of size, encoding, JSON, format, version, each member, what ties them, and the seal.
 */
export function parseKeystore(bytes: Uint8Array): Result<Keystore, KeystoreFailure> {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const { text, value } = json.value;
  const read = keystoreSchema.safeParse(value);
  if (!read.success) return fail(memberFailure(read.error, value));
  const keystore: Keystore = read.data;
  const member = brokenRule(keystore);
  const unusual = departure(text);
  if (unusual !== null) {
    const sealed = member === null && sealHolds(keystore);
    return fail({ code: "keystore.not-canonical", ...unusual, sealed });
  }
  if (member !== null) return fail({ code: "keystore.bad-member", member });
  return sealHolds(keystore) ? ok(keystore) : fail({ code: "keystore.seal" });
}

/** A document of this format and version, before any of its members is looked at. */
export function readJson(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly value: unknown }, KeystoreFailure> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const value = parseJson(text.value);
  if (value === undefined) return fail({ code: "keystore.not-json" });
  const failure = otherKind(value);
  return failure === null ? ok({ text: text.value, value }) : fail(failure);
}

function decode(bytes: Uint8Array): Result<string, KeystoreFailure> {
  if (bytes.length > KEYSTORE_LIMIT) return fail({ code: "keystore.too-large", limit: KEYSTORE_LIMIT });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return fail({ code: "keystore.byte-order-mark" });
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail({ code: "keystore.utf-16" });
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail({ code: "keystore.not-utf8" });
  }
}

/** The JSON value, or undefined, which no JSON text gives. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Format and version come before everything else: of another document nothing more can be said. */
function otherKind(value: unknown): KeystoreFailure | null {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return { code: "keystore.other-format" };
  const { version } = envelope.data;
  return Number.isSafeInteger(version) && Number(version) > 1
    ? { code: "keystore.newer-version", version: Number(version) }
    : null;
}

/** The first thing the schema found, as the member a person can look for. */
function memberFailure(error: z.ZodError, value: unknown): KeystoreFailure {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error("A refused document has at least one issue.");
  if (issue.code === "unrecognized_keys") {
    return { code: "keystore.unknown-member", member: memberPath([...issue.path, issue.keys[0] ?? ""]) };
  }
  const code = isMissing(issue.path, value) ? "keystore.missing-member" : "keystore.bad-member";
  return { code, member: memberPath(issue.path) };
}

function isMissing(path: readonly PropertyKey[], value: unknown): boolean {
  const found = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  return found === undefined;
}

/** "shareSet.shares[2].index" */
function memberPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
