import type { FileFailure } from "./errors";
import { fail, ok, type Result } from "./result";

type PathFailure = Extract<
  FileFailure,
  { code: "file.path-characters" | "file.address" | "file.not-absolute" }
>;

/** How a path is put in quotation marks, here and there: the first and the last character of each pair. */
const QUOTES = new Set(['""', "''", "``", "“”", "„“", "„”", "‘’", "‚‘", "‚’", "«»", "»«", "‹›", "<>"]);

/** White space, and what is as invisible: marks of direction come along where a path is copied from a dialog. */
const AT_THE_ENDS = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu;

/** No system has a name with these in it, or nobody could type it again: lines were pasted together. */
const IN_NO_NAME = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\//iu;

/**
 * The path that a person means by what they typed or pasted: without the white space around it, the quotation marks, or
 * the `file://` in front that file managers copy. What stands between quotation marks is taken as it is, so that a
 * name that ends in a space can be said. Gives a relative path as it is; it is for whoever asked to know where that begins.
 * Fails with file.path-characters, and with file.address for an address that leads elsewhere or cannot be read.
 */
export function meantPath(text: string): Result<string, PathFailure> {
  const bare = text.replace(AT_THE_ENDS, "");
  const inner = bare.length > 1 && QUOTES.has(`${bare.at(0)}${bare.at(-1)}`) ? bare.slice(1, -1) : bare;
  const plain = /^\s+(?=\/|file:)/iu.test(inner) ? inner.trimStart() : inner;
  const path = /^file:/iu.test(plain) ? fromAddress(plain.trim()) : plain;
  if (path === null || ADDRESS.test(path)) return fail({ code: "file.address", path: text });
  return IN_NO_NAME.test(path) ? fail({ code: "file.path-characters", path: text }) : ok(path);
}

/** The same where a path must say where it begins, as it must wherever the app asks for one. */
export function readTypedPath(text: string): Result<string, PathFailure> {
  const meant = meantPath(text);
  return !meant.ok || isWhole(meant.value) ? meant : fail({ code: "file.not-absolute", path: text });
}

/** A path as it is typed: `readTypedPath` gives it again. One that white space or a quotation mark ends is put in quotes. */
export function asTyped(path: string): string {
  const read = meantPath(path);
  return read.ok && read.value === path ? path : `"${path}"`;
}

/** From the root, or on Windows from a drive or a share. */
function isWhole(path: string): boolean {
  return /^(?:\/|[a-z]:[\\/]|\\\\)/iu.test(path);
}

/** The path of a file's address (RFC 8089); null where that is of another machine, or cannot be read. */
function fromAddress(address: string): string | null {
  const [, authority = null, encoded = ""] = /^file:(?:\/\/([^/]*))?(.*)$/isu.exec(address) ?? [];
  if (authority !== null && authority !== "" && authority.toLowerCase() !== "localhost") return null;
  // A slash that is written like this is none between folders, and no name can hold one.
  if (/%2f/iu.test(encoded)) return null;
  try {
    const path = decodeURIComponent(encoded);
    return /^\/[a-z]:[\\/]/iu.test(path) ? path.slice(1) : path;
  } catch {
    return null;
  }
}
