import { opendir, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FileFailure } from "../../contract/errors";
import { LOOK_LIMIT } from "../../contract/keystore-facts";
import { fail, ok, type Result } from "../../contract/result";
import { readLimited } from "../../files/read-limited";
import { readRegular } from "../../files/read-regular";
import { claimOf, type NamedInside, namedInside } from "../../keystore/damaged";
import type { Keystore } from "../../keystore/document";
import { KEYSTORE_LIMIT, parseKeystore } from "../../keystore/parse";

/** A sound keystore in the folder of another. */
export interface Copy {
  readonly path: string;
  readonly keystore: Keystore;
}

/** A file that is refused as a keystore, and by its `recoveryKey` was one. Nothing proves any of this. */
export interface DamagedCopy {
  readonly path: string;
  /** The vaults and share sets that are named inside. */
  readonly named: readonly NamedInside[];
  readonly generation: number | null;
}

/** What lies in the folder of a keystore, whatever its files are called. */
export interface Beside {
  /** Latest generation first. */
  readonly copies: readonly Copy[];
  readonly damaged: readonly DamagedCopy[];
  /** The folder holds more than is looked at, or what this user may not read. */
  readonly unseen: boolean;
}

/** What is smaller is no keystore. */
const SMALLEST = 500;

/**
 * Looks for keystores in the folder of the one at `path`, by what they hold: neither name nor ending matter, and symbolic
 * links are followed; where `path` is one, the folder that it leads to is searched too. Files that are none are passed over, as are those that a ceremony which was cut
 * short has left on their way to their name. Bounded by `limit`: names like the keystore's own come first, then `.json`.
 */
export async function lookBeside(path: string, limit: Limit = LOOK_LIMIT): Promise<Beside> {
  const own = await realpath(path).catch(() => path);
  const { files, more } = await filesBeside([own, path], limit.names);
  const seen = new Set([own]);
  const copies: Copy[] = [];
  const damaged: DamagedCopy[] = [];
  let unseen = more || files.length > limit.files;
  let bytesLeft = limit.bytes;
  for (const file of files.slice(0, limit.files)) {
    const likely = await sizeOfLikely(file);
    if (!likely.ok && likely.error.code === "file.denied") unseen = true;
    const size = likely.ok ? likely.value : null;
    const target = await realpath(file).catch(() => file);
    if (size === null || seen.has(target)) continue;
    seen.add(target);
    if (size > bytesLeft) {
      unseen = true;
      continue;
    }
    bytesLeft -= size;
    const read = await readLimited(file, KEYSTORE_LIMIT);
    if (!read.ok) continue;
    const found = keystoreIn(file, read.value.bytes);
    if (found !== null && "keystore" in found) copies.push(found);
    else if (found !== null) damaged.push(found);
  }
  copies.sort((one, other) => other.keystore.generation - one.keystore.generation);
  return { copies, damaged, unseen };
}

interface Limit {
  readonly names: number;
  readonly files: number;
  readonly bytes: number;
}

/** The files in the folders of these paths, the likeliest names first; `more`: there are more than `limit`, or unlistable ones. */
async function filesBeside(paths: readonly string[], limit: number) {
  const files: string[] = [];
  let more = false;
  for (const folder of new Set(paths.map(dirname))) {
    try {
      for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
        if (files.length === limit) return { files: byLikelihood(files, paths), more: true };
        if (!entry.isDirectory() && !/^\.kc-.*\.tmp$/.test(entry.name)) files.push(join(folder, entry.name));
      }
    } catch {
      // A folder that cannot be listed, or not to its end: what was seen of it is looked at.
      more = true;
    }
  }
  return { files: byLikelihood(files, paths), more };
}

function byLikelihood(files: readonly string[], paths: readonly string[]): readonly string[] {
  const stems = paths.map((path) =>
    basename(path)
      .toLowerCase()
      .replace(/\.json$/, "")
      .replace(/\.generation-\d+$/, ""),
  );
  const rank = (file: string) => {
    const name = basename(file).toLowerCase();
    return stems.some((stem) => name.startsWith(stem)) ? 0 : name.endsWith(".json") ? 1 : 2;
  };
  return [...files].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** The size in bytes of a file that may be a keystore, or null: a JSON document begins with a brace. Fails as a reading. */
async function sizeOfLikely(path: string): Promise<Result<number | null, FileFailure>> {
  return readRegular<number | null, FileFailure>(path, async (handle, { size }) => {
    if (size < SMALLEST || size > KEYSTORE_LIMIT) return fail({ code: "file.too-large", path, limit: size });
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    const isLikely = /^\ufeff?\s*(\{|$)/.test(buffer.toString("utf8", 0, bytesRead));
    return ok(isLikely ? size : null);
  });
}

/** The keystore in a file's bytes, or what is left of one; null where it never was one. */
function keystoreIn(path: string, bytes: Uint8Array): Copy | DamagedCopy | null {
  const parsed = parseKeystore(bytes);
  if (parsed.ok) return { path, keystore: parsed.value };
  const value = jsonIn(bytes);
  const { code } = parsed.error;
  if (code === "keystore.not-canonical" || code === "keystore.byte-order-mark") {
    // Another program has saved it: it is refused when it is opened, but its seal may hold over what it says.
    const plain = parseKeystore(new TextEncoder().encode(JSON.stringify(value)));
    if (plain.ok) return { path, keystore: plain.value };
  }
  const named = namedInside(bytes);
  return named.length === 0 ? null : { path, named, generation: claimOf(value) };
}

/** The JSON value, or null where it is none. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
