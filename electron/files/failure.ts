import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { FileFailure } from "../contract/errors";

/** What was being done: the same "no such entry" means a missing file to a reader, a missing folder to a writer. */
export type FileAction = "reading" | "writing";

/**
 * The one place where the system's error codes become failures (FORMATS §3, Writing).
 * Takes what a `node:fs` call threw, the path a person knows, and what was being done.
 * Throws again whatever is no system error: that is a bug.
 */
export function fileFailure(thrown: unknown, path: string, action: FileAction): FileFailure {
  const code = systemCode(thrown);
  switch (code) {
    case null:
      throw thrown;
    case "ENOENT":
      if (action === "reading") return { code: "file.missing", path };
      return isThere(dirname(path))
        ? refusedName(path, code)
        : { code: "file.folder-missing", path: dirname(path) };
    case "EINVAL":
    case "EILSEQ": {
      const refused = refusedName(path, code);
      // There is no file of a name that there cannot be.
      const isMissing = action === "reading" && refused.code === "file.name-refused";
      return isMissing ? { code: "file.missing", path } : refused;
    }
    case "ENOTDIR":
      return { code: "file.folder-missing", path: dirname(path) };
    case "EISDIR":
      return { code: "file.is-folder", path };
    case "EEXIST":
      return { code: "file.exists", path };
    case "EACCES":
    case "EPERM":
      return { code: "file.denied", path };
    case "EROFS":
      return { code: "file.read-only", path };
    case "ENOSPC":
    case "EDQUOT":
      return { code: "file.disk-full", path };
    case "ENAMETOOLONG":
      return { code: "file.name-too-long", path };
    default:
      // EIO, ENODEV, ENXIO and ESTALE among them: a medium that was pulled out or is failing.
      return { code: "file.failed", path, reason: code };
  }
}

/** What FAT and exFAT have in no name, and Windows neither: drivers say so by many an error. */
const IN_NO_FAT_NAME = /["*:<>?\\|]/gu;

/** Devices of Windows, whatever stands behind the dot: it opens no file of such a name. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * What a name's medium may have refused in it, each once: the characters that FAT and exFAT never have, white space
 * at an end, a dot at the end, and a device's name.
 */
export function doubtfulCharacters(name: string): readonly string[] {
  const ends = [...(/^\s|\s$/u.test(name) ? [" "] : []), ...(name.endsWith(".") ? ["."] : [])];
  return [...new Set([...(name.match(IN_NO_FAT_NAME) ?? []), ...ends, ...(name.match(DEVICE) ?? [])])];
}

/** Where a name has nothing in it that a medium could refuse, the error is told as it is. */
function refusedName(path: string, reason: string): FileFailure {
  const characters = doubtfulCharacters(basename(path));
  return characters.length === 0 && reason !== "EILSEQ"
    ? { code: "file.failed", path, reason }
    : { code: "file.name-refused", path, characters };
}

function isThere(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** The system's code of a thrown error, such as "ENOENT", or null where it is no system error. */
export function systemCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !("code" in thrown)) return null;
  return typeof thrown.code === "string" ? thrown.code : null;
}
