import { besideKeystore } from "../ceremony/renewal/copies-beside";
import { aloud, besideSentences } from "../contract/beside-sentences";
import { visible } from "../contract/escape";
import type { BesideFacts } from "../contract/keystore-facts";
import type { Keystore } from "../keystore/document";

/** What lies beside a keystore that an answer relies on: lines for a person, and facts for `--json`. */
export async function toldBeside(path: string, keystore: Keystore) {
  const beside = await besideKeystore(path, keystore);
  return { lines: besideLines(beside, keystore.generation), facts: { beside } };
}

/** A warning for everything beside that a person should know; none where nothing is. */
export function besideLines(beside: BesideFacts, generation: number): readonly string[] {
  const { newer } = beside;
  const later =
    newer === null
      ? []
      : [
          `This is generation ${generation}, and generation ${newer.generation} of this vault, last changed ` +
            `${aloud(newer.updatedAt)}, lies beside it: ${visible(newer.path)}. Use that one.`,
        ];
  return [...later, ...besideSentences(beside)].map((line) => `Warning: ${line}`);
}
