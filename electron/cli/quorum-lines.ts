import type { FileFailure, ShareFailure } from "../contract/errors";
import { visible } from "../contract/escape";
import { ok, type Result } from "../contract/result";
import { sentence } from "../contract/sentences";
import type { Keystore } from "../keystore/document";
import type { Admitted } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { sharesIn } from "../share/several-shares";
import type { Answer } from "./answer";
import { type EnteredShare, enterShare } from "./enter-share";
import { type Mended, mendedLine, type Search } from "./mend-share";

/** A line of input (from 1) whose share may count, and whose it is. */
export interface GoodLine extends Admitted {
  readonly line: number;
  readonly mended?: Mended;
}

interface BadLine {
  readonly line: number;
  readonly failure: ShareFailure;
}

/** What came in, line by line. The shares are the caller's to wipe. */
export interface QuorumLines {
  readonly shares: readonly KeyShare[];
  readonly good: readonly GoodLine[];
  readonly bad: readonly BadLine[];
}

/** Is told of each line's share as soon as it was read, before the next; its failure ends the reading. */
export type Told = (entered: Result<EnteredShare, ShareFailure>) => Result<null, FileFailure>;

/** Reads every line before anything is combined, so that all that is wrong is said at once. Fails only as `told` does. */
export async function readLines(
  keystore: Keystore,
  text: string,
  search: Search,
  ended: AbortSignal,
  told: Told = () => ok(null),
): Promise<Result<QuorumLines, FileFailure>> {
  const shares: KeyShare[] = [];
  const good: GoodLine[] = [];
  const bad: BadLine[] = [];
  for (const { line, text: content } of sharesIn(text)) {
    const entered = await enterShare(content, keystore, shares, search, ended);
    if (entered.ok) {
      const { share, index, custodian, mended } = entered.value;
      shares.push(share);
      good.push({ line, index, custodian, ...(mended && { mended }) });
    } else {
      bad.push({ line, failure: entered.error });
    }
    const heard = told(entered);
    if (!heard.ok) {
      for (const { payload } of shares) payload.wipe();
      return heard;
    }
  }
  return ok({ shares, good, bad });
}

/** What to say of a line whose share may count. */
export function goodLine({ line, index, custodian, mended }: GoodLine): string {
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
