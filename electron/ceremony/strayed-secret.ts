import { looksSecret } from "../record/looks-secret";
import type { HeldCommand } from "./held";

/**
 * The commands whose texts are secrets on purpose, or only chosen: the name of who signs, and the head of a record, which
 * has the length of a key.
 */
const meant: readonly HeldCommand[] = [
  "enterWords",
  "enterProof",
  "enterCurrentKey",
  "enterWrappingKey",
  "compareRecordHead",
  "chooseSigner",
];

/**
 * Whether a secret has strayed into a command: into a name, a path or a number, which many people read. A scanner that
 * types writes wherever the cursor is.
 */
export function hasStrayedSecret(name: HeldCommand, input: unknown): boolean {
  return !meant.includes(name) && textsIn(input).some(looksSecret);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
