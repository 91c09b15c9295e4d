import { openWithQuorum } from "../ceremony/open-with-quorum";
import type { ShareFailure } from "../contract/errors";
import { visible } from "../contract/escape";
import { sentence } from "../contract/sentences";
import type { Keystore } from "../keystore/document";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { type Admitted, admit } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import { vaultLines } from "./keystore-lines";
import { type Mended, mendedLine, mendShare, type Search, setsOf } from "./mend-share";
import type { Terminal } from "./run";
import { warningLines, warningsOf } from "./warnings";

/** A line of input (from 1) whose share may count, and whose it is. */
interface GoodLine extends Admitted {
  readonly line: number;
  readonly mended?: Mended;
}

interface BadLine {
  readonly line: number;
  readonly failure: ShareFailure;
}

/**
 * `combine`: whether the shares in `text`, one a line, open the keystore. Damaged words are searched for, and
 * count where the keystore proves them. Wipes every share and the key.
 */
export async function combine(
  path: string,
  text: string,
  { search, endRequested }: Pick<Terminal, "search" | "endRequested">,
): Promise<Answer> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return refused(read.error);
  const { keystore } = read.value;
  const { shares, good, bad } = await readLines(keystore, text, search, endRequested());
  try {
    if (bad.length > 0) return refusedLines(bad, good.length, keystore.shareSet.threshold);
    const opened = await openWithQuorum(keystore, shares);
    if (!opened.ok) return refused(opened.error);
    opened.value.wipe();
    const warnings = warningsOf(read.value);
    return {
      ok: true,
      code: "keystore.opens",
      facts: {
        vault: keystore.vault,
        practice: keystore.practice,
        generation: keystore.generation,
        vaultFingerprint: fingerprintOf(keystore),
        shares: good,
        warnings,
      },
      lines: [
        ...vaultLines(keystore),
        ...good.map(goodLine),
        "These shares open this keystore. The seal holds, and the Master Key is the vault’s.",
        ...warningLines(warnings),
      ],
    };
  } finally {
    for (const share of shares) share.payload.wipe();
  }
}

/** Reads every line before anything is combined, so that all that is wrong is said at once. */
export async function readLines(keystore: Keystore, text: string, search: Search, ended: AbortSignal) {
  const { shareSet, practice, retiredShareSets } = keystore;
  const shares: KeyShare[] = [];
  const good: GoodLine[] = [];
  const bad: BadLine[] = [];
  for (const [position, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const line = position + 1;
    const read = await mendShare(content, setsOf(keystore), search, ended);
    if (!read.ok) {
      bad.push({ line, failure: read.error });
      continue;
    }
    const { share, mended } = read.value;
    const admitted = admit(share, shareSet, practice, retiredShareSets, shares);
    if (admitted.ok) {
      shares.push(share);
      good.push({ line, ...admitted.value, ...(mended && { mended }) });
    } else {
      share.payload.wipe();
      bad.push({ line, failure: admitted.error });
    }
  }
  return { shares, good, bad };
}

function goodLine({ line, index, custodian, mended }: GoodLine): string {
  const whose = `Line ${line}: Key Share ${index} of ${visible(custodian)}`;
  return mended ? `${whose}. ${mendedLine(mended)}` : whose;
}

/** The first problem's code stands for the answer; each line has its own. */
export function refusedLines(bad: readonly BadLine[], given: number, needed: number): Answer {
  const code = bad[0]?.failure.code ?? "share.empty";
  const problems = bad.map(({ line, failure }) => ({ line, ...failure, message: sentence(failure) }));
  return {
    ok: false,
    code,
    facts: { problems, given, needed },
    lines: [
      ...problems.map(({ line, message }) => `Line ${line}: ${message}`),
      `Nothing was combined. Shares that may count: ${given}; needed: ${needed}.`,
    ],
  };
}
