import { openWithQuorum } from "../ceremony/open-with-quorum";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { type Answer, refused } from "./answer";
import { toldBeside } from "./beside-lines";
import { generationLine, vaultLines } from "./keystore-lines";
import { goodLine, readLines, refusedLines } from "./quorum-lines";
import type { Terminal } from "./run";
import { warningLines, warningsOf } from "./warnings";
import { withSoundCopies } from "./where-things-stand";

/**
 * `combine`: whether the shares in `text`, one a line, open the keystore. Damaged words are searched for, and
 * count where the keystore proves them. Wipes every share and the key.
 */
export async function combine(
  path: string,
  text: string,
  { search }: Pick<Terminal, "search">,
  ended: AbortSignal,
): Promise<Answer> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return withSoundCopies(refused(read.error), path);
  const { keystore } = read.value;
  const lines = await readLines(keystore, text, search, ended);
  if (!lines.ok) return refused(lines.error);
  const { shares, good, bad } = lines.value;
  try {
    if (bad.length > 0) return refusedLines(bad, good.length, keystore.shareSet.threshold);
    const opened = await openWithQuorum(keystore, shares);
    if (!opened.ok) return refused(opened.error);
    opened.value.wipe();
    const warnings = warningsOf(read.value);
    const beside = await toldBeside(path, keystore);
    return {
      ok: true,
      code: "keystore.opens",
      facts: {
        vault: keystore.vault,
        practice: keystore.practice,
        generation: keystore.generation,
        vaultFingerprint: fingerprintOf(keystore),
        shares: good,
        ...beside.facts,
        warnings,
      },
      lines: [
        ...vaultLines(keystore),
        generationLine(keystore),
        ...good.map(goodLine),
        "These shares open this keystore. The seal holds, and the Master Key is the vault’s.",
        ...warningLines(warnings),
        ...beside.lines,
      ],
    };
  } finally {
    for (const share of shares) share.payload.wipe();
  }
}
