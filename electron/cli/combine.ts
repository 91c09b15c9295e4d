import { openWithQuorum } from "../ceremony/open-with-quorum";
import type { ShareFailure } from "../contract/errors";
import { visible } from "../contract/escape";
import { sentence } from "../contract/sentences";
import type { Keystore } from "../keystore/document";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { type Admitted, admit } from "../share/admit";
import { type KeyShare, readShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import { vaultLines } from "./keystore-lines";
import { warningLines, warningsOf } from "./warnings";

/** A line of input (from 1) whose share may count, and whose it is. */
interface GoodLine extends Admitted {
  readonly line: number;
}

interface BadLine {
  readonly line: number;
  readonly failure: ShareFailure;
}

/** `combine`: whether the shares in `text`, one a line, open the keystore. Wipes every share and the key. */
export async function combine(path: string, text: string): Promise<Answer> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return refused(read.error);
  const { keystore } = read.value;
  const { shares, good, bad } = readLines(keystore, text);
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
        ...good.map(
          ({ line, index, custodian }) => `Line ${line}: Key Share ${index} of ${visible(custodian)}`,
        ),
        "These shares open this keystore. The seal holds, and the Master Key is the vault’s.",
        ...warningLines(warnings),
      ],
    };
  } finally {
    for (const share of shares) share.payload.wipe();
  }
}

/** Reads every line before anything is combined, so that all that is wrong is said at once. */
export function readLines({ shareSet, practice, retiredShareSets }: Keystore, text: string) {
  const shares: KeyShare[] = [];
  const good: GoodLine[] = [];
  const bad: BadLine[] = [];
  for (const [position, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const line = position + 1;
    const share = readShare(content);
    if (!share.ok) {
      bad.push({ line, failure: share.error });
      continue;
    }
    const admitted = admit(share.value, shareSet, practice, retiredShareSets, shares);
    if (admitted.ok) {
      shares.push(share.value);
      good.push({ line, ...admitted.value });
    } else {
      share.value.payload.wipe();
      bad.push({ line, failure: admitted.error });
    }
  }
  return { shares, good, bad };
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
