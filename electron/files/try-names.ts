import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { doubtfulCharacters, fileFailure, systemCode } from "./failure";
import { temporaryBeside } from "./temporary";

/** How file systems and their drivers refuse a name, in a folder that was made a moment ago and is this user's own. */
const REFUSALS = new Set(["ENOENT", "EINVAL", "EILSEQ", "EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "EBADF"]);

/**
 * Tries whether files of these very names can be made in `folder`, all of them beside each other. They are made empty in a
 * folder of the trial's own, on the same medium, so that nothing that stands there is touched, and removed with it.
 * Fails with file.name-refused, file.name-too-long, file.same-name for two that the medium takes for one, or as writing does.
 */
export async function tryNames(folder: string, names: readonly string[]): Promise<Result<null, FileFailure>> {
  const trial = temporaryBeside(join(folder, "trial"));
  try {
    const tried = await tryIn(trial, names, folder);
    // A medium from which nothing can be removed is none to write to.
    await rm(trial, { recursive: true, force: true });
    return tried;
  } catch (thrown) {
    await rm(trial, { recursive: true, force: true }).catch(() => undefined);
    return fail(fileFailure(thrown, folder, "writing"));
  }
}

/** Makes the files in the folder `trial`, which is made too. Throws the system's error of what says nothing of a name. */
async function tryIn(
  trial: string,
  names: readonly string[],
  folder: string,
): Promise<Result<null, FileFailure>> {
  await mkdir(trial, { mode: 0o700 });
  // Under a mask that takes everything away not even its maker could look into it.
  await chmod(trial, 0o700).catch(() => undefined);
  for (const name of names) {
    const made = await make(join(trial, name));
    if (!made.ok) return fail(refusal(made.error, join(folder, name)));
  }
  return areListed(trial, names, folder);
}

/** Makes an empty file, or gives what the system threw. */
async function make(
  path: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: unknown }> {
  try {
    await writeFile(path, "", { flag: "wx", mode: 0o600 });
    return { ok: true };
  } catch (error) {
    return { ok: false, error };
  }
}

function refusal(thrown: unknown, path: string): FileFailure {
  const code = systemCode(thrown) ?? "";
  if (code === "EEXIST") return { code: "file.same-name", path };
  return REFUSALS.has(code) ? refusedName(path) : fileFailure(thrown, path, "writing");
}

/** A medium can also take a name and keep another one: FAT drops dots and spaces at the end. */
async function areListed(
  trial: string,
  names: readonly string[],
  folder: string,
): Promise<Result<null, FileFailure>> {
  const listed = new Set((await readdir(trial)).map(folded));
  const changed = names.find((name) => !listed.has(folded(name)));
  return changed === undefined ? ok(null) : fail(refusedName(join(folder, changed)));
}

function refusedName(path: string): FileFailure {
  return { code: "file.name-refused", path, characters: doubtfulCharacters(basename(path)) };
}

/** Some media change case, or how an accent is written; a file is found under either. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
