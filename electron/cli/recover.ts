import { openWithQuorum } from "../ceremony/open-with-quorum";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { visible } from "../contract/escape";
import { sentence } from "../contract/sentences";
import { type Admitted, admit } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import type { RecoverRequest } from "./arguments";
import { readLines, refusedLines } from "./combine";
import { mendedLine, mendShare, setsOf } from "./mend-share";
import { readInput } from "./read-input";
import { type OpenVault, renew, stopped } from "./renewal";
import type { Terminal } from "./run";

/** `recover`: gives the vault a new Wrapping Key by a quorum's Key Shares. */
export async function recover(request: RecoverRequest, terminal: Terminal): Promise<Answer> {
  const ended = terminal.endRequested();
  const openVault: OpenVault = (opened) =>
    terminal.interactive ? askForQuorum(opened, terminal, ended) : readQuorum(opened, terminal, ended);
  return renew({ kind: "recover", request, ended, openVault });
}

/** Shares from standard input, one a line. What is wrong with any of them is said, and nothing is combined. */
async function readQuorum(
  opened: OpenedKeystore,
  terminal: Terminal,
  ended: AbortSignal,
): ReturnType<OpenVault> {
  const text = await unlessEnded(readInput(terminal.input), ended);
  if (text === null) return { answer: stopped };
  if (!text.ok) return { answer: refused(text.error) };
  const { keystore } = opened;
  const { shares, good, bad } = await readLines(keystore, text.value, terminal.search, ended);
  try {
    if (ended.aborted) return { answer: stopped };
    if (bad.length > 0) return { answer: refusedLines(bad, good.length, keystore.shareSet.threshold) };
    return await openWith(opened, shares, good);
  } finally {
    for (const share of shares) share.payload.wipe();
  }
}

/** Shares one by one, unseen, in any order. A refused one is named and disturbs nothing that was entered. */
async function askForQuorum(
  opened: OpenedKeystore,
  terminal: Terminal,
  ended: AbortSignal,
): ReturnType<OpenVault> {
  const { keystore } = opened;
  const { shareSet, practice, retiredShareSets } = keystore;
  const prompt = terminal.openPrompt(ended);
  const shares: KeyShare[] = [];
  const owners: Admitted[] = [];
  try {
    while (shares.length < shareSet.threshold) {
      terminal.remark(`Key Shares still needed: ${shareSet.threshold - shares.length}.\n`);
      const text = await prompt.ask("The words or the QR text of one, not shown: ");
      if (text === null) return { answer: stopped };
      const read = await mendShare(text, setsOf(keystore), terminal.search, ended);
      if (!read.ok) {
        terminal.remark(`${sentence(read.error)}\n`);
        continue;
      }
      const { share, mended } = read.value;
      const admitted = admit(share, shareSet, practice, retiredShareSets, shares);
      if (!admitted.ok) {
        share.payload.wipe();
        terminal.remark(`${sentence(admitted.error)}\n`);
        continue;
      }
      shares.push(share);
      owners.push(admitted.value);
      const { index, custodian } = admitted.value;
      terminal.remark(`Key Share ${index} of ${visible(custodian)}.\n`);
      if (mended !== undefined) terminal.remark(`${mendedLine(mended)}\n`);
    }
    return await openWith(opened, shares, owners);
  } finally {
    prompt.close();
    for (const share of shares) share.payload.wipe();
  }
}

async function openWith(
  { keystore }: OpenedKeystore,
  shares: readonly KeyShare[],
  owners: readonly Admitted[],
): ReturnType<OpenVault> {
  const masterKey = await openWithQuorum(keystore, shares);
  if (!masterKey.ok) return { answer: refused(masterKey.error) };
  const people = owners.map(({ index, custodian }) => ({ index, custodian }));
  return {
    vault: {
      masterKey: masterKey.value,
      lines: people.map(({ index, custodian }) => `Opened by Key Share ${index} of ${visible(custodian)}`),
      facts: { shares: people },
    },
  };
}

/** What the work gives, or null where a request to end comes first. */
async function unlessEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T | null> {
  if (ended.aborted) return null;
  const end = new Promise<null>((resolve) => {
    ended.addEventListener("abort", () => resolve(null), { once: true });
  });
  // What is abandoned may still fail when its input is closed, and nobody asks any more.
  work.catch(() => undefined);
  return Promise.race([work, end]);
}
