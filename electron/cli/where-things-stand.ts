import { generationOpenedBy } from "../ceremony/renewal/copies-beside";
import { soundBeside } from "../ceremony/renewal/open-damaged";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { aloud } from "../contract/beside-sentences";
import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { openWithWrappingKey } from "../keystore/open";
import { readWrappingKeyFile } from "../keystore/wrapping-key-file";
import type { Answer } from "./answer";

/** A refused answer, and what else is known that helps to go on. */
export function withMore(answer: Answer, lines: readonly string[], facts: Answer["facts"] = {}): Answer {
  return { ...answer, facts: { ...answer.facts, ...facts }, lines: [...answer.lines, ...lines] };
}

/** An answer beside which a file was left that should not be there. */
export function withRemaining(answer: Answer, file: string, line: string): Answer {
  const { remaining } = answer.facts;
  return withMore(answer, [line], { remaining: [...(Array.isArray(remaining) ? remaining : []), file] });
}

/**
 * Of a keystore at `path` that was refused: which sound copies of its vault lie beside it, by what is inside, whatever their
 * names; and where nothing inside says whose it is, which sound keystores.
 */
export async function withSoundCopies(answer: Answer, path: string): Promise<Answer> {
  if (!answer.code.startsWith("keystore.") || answer.code === "keystore.superseded") return answer;
  const beside = await soundBeside(path);
  const known = beside.some(({ sameVault }) => sameVault);
  const copies = beside.filter(({ sameVault }) => sameVault || !known);
  const lines = copies.map(
    ({ path: copy, generation, updatedAt, vaultFingerprint }) =>
      `${known ? "A sound copy" : "Another keystore, which is sound,"} stands beside it: ${visible(copy)}, ` +
      `generation ${generation}, last changed ${aloud(updatedAt)}, vault fingerprint ${inFours(vaultFingerprint)}.`,
  );
  const facts = copies.map(({ path: copy, generation, updatedAt, vaultFingerprint, sameVault }) => ({
    path: copy,
    generation,
    updatedAt,
    vaultFingerprint,
    sameVault,
  }));
  return copies.length === 0 ? answer : withMore(answer, lines, { copies: facts });
}

/**
 * Of a new key's place that is taken: whether a Wrapping Key lies there, and what it opens. A ceremony that was cut short
 * leaves one, before or after it wrote the keystore.
 */
export async function withKeyThere(answer: Answer, path: string, opened: OpenedKeystore): Promise<Answer> {
  const file = answer.code === "file.exists" ? await readWrappingKeyFile(path, null) : null;
  if (file === null || !file.ok) return answer;
  const { key } = file.value;
  try {
    const { generation } = opened.keystore;
    const masterKey = openWithWrappingKey(opened.keystore, key);
    if (masterKey.ok) {
      masterKey.value.wipe();
      const line = `It holds the Wrapping Key of this keystore, generation ${generation}: the ceremony that made it was finished.`;
      return withMore(answer, [line], { opens: generation });
    }
    const older = await generationOpenedBy(opened, key);
    const line =
      older === null
        ? "It holds a Wrapping Key that opens no keystore here. A ceremony that was cut short may have left it."
        : `It holds the Wrapping Key of generation ${older}, which is kept beside the keystore.`;
    return withMore(answer, [line], { opens: older });
  } finally {
    key.wipe();
  }
}

/** Of a Wrapping Key's refusal: whether it is the key of an older generation. */
export function withOlderGeneration(
  answer: Answer,
  opens: number | null,
  { keystore: { generation } }: OpenedKeystore,
): Answer {
  if (opens === null) return answer;
  const line = `It is the key of generation ${opens}, which is kept beside it. A newer key was made for generation ${generation}.`;
  return withMore(answer, [line], { generation, opens });
}
