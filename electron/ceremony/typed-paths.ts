import { fail, ok, type Result } from "../contract/result";
import { readTypedPath } from "../contract/typed-path";
import { looksSecret } from "../record/looks-secret";

/** The members of a command's input that a person fills with a path. */
const PATHS = ["path", "keystorePath"];

/**
 * A command's input with every path in it as it is meant (contract/typed-path.ts). Fails as readTypedPath does, in the
 * person's own words; with text.secret where those look like a secret, of which nothing is said again. `within`: the member
 * that the input is itself, and a dot.
 */
export function withMeantPaths<T>(input: T, within = ""): Result<T> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return ok(input);
  const meant: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(input)) {
    const named = `${within}${member}`;
    const isPath = typeof value === "string" && PATHS.includes(member);
    const read = isPath ? pathIn(value, named) : withMeantPaths(value, `${named}.`);
    if (!read.ok) return read;
    meant[member] = read.value;
  }
  return ok(meant as T);
}

/** A renewal's plan names no keystore: what is empty is for whoever needs it to refuse. */
function pathIn(text: string, member: string): Result<string> {
  if (text === "") return ok(text);
  const read = readTypedPath(text);
  return !read.ok && looksSecret(text) ? fail({ code: "text.secret", member }) : read;
}
