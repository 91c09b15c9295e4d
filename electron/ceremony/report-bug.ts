import { randomBytes } from "node:crypto";
import type { BorderFailure } from "../contract/errors";

/**
 * Turns a bug into a failure with a reference, and says on standard error where it happened. Never what
 * the error says: messages quote what was being worked on, as those of `JSON.parse` do.
 */
export function reportBug(where: string, thrown: unknown): BorderFailure {
  const reference = randomBytes(4).toString("hex");
  process.stderr.write(`Key Ceremony: internal error ${reference} in ${where}: ${whereabouts(thrown)}\n`);
  return { code: "internal", reference };
}

/** An error's name and the places in its stack, on one line. */
function whereabouts(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
  const places = thrown.stack?.replace(thrown.message, "").match(/^ +at .+$/gm) ?? [];
  return [thrown.name, ...places.map((place) => place.trim())].join(" ");
}
