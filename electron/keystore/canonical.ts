import canonicalize from "canonicalize";

/** The canonical JSON of RFC 8785, as UTF-8. Throws on what JSON cannot hold: a bug, for nothing parsed has it. */
export function canonicalJson(value: object): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("This value has no canonical JSON.");
  return new TextEncoder().encode(text);
}
