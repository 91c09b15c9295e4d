import { openWithQuorum } from "../ceremony/open-with-quorum";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import type { FileFailure, ShareFailure } from "../contract/errors";
import { visible } from "../contract/escape";
import { ok, type Result } from "../contract/result";
import { sentence } from "../contract/sentences";
import type { Keystore } from "../keystore/document";
import type { Admitted } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import type { RecoverRequest } from "./arguments";
import type { CeremonyRecord } from "./ceremony-record";
import { type EnteredShare, enterShare, shareNote } from "./enter-share";
import { mendedLine } from "./mend-share";
import { readLines, refusedLines } from "./quorum-lines";
import { readInput } from "./read-input";
import { notRecorded } from "./record-lines";
import { type OpenVault, renew, stopped } from "./renewal";
import type { Terminal } from "./run";

/** `recover`: gives the vault a new Wrapping Key by a quorum's Key Shares. */
export async function recover(request: RecoverRequest, terminal: Terminal): Promise<Answer> {
  const ended = terminal.endRequested();
  const openVault: OpenVault = (opened, record) =>
    terminal.interactive
      ? askForQuorum(opened, record, terminal, ended)
      : readQuorum(opened, record, terminal, ended);
  return renew({ kind: "recover", opener: "quorum", request, terminal, ended, openVault });
}

/** Shares from standard input, one a line. What is wrong with any of them is said, and nothing is combined. */
async function readQuorum(
  { keystore }: OpenedKeystore,
  record: CeremonyRecord,
  terminal: Terminal,
  ended: AbortSignal,
): ReturnType<OpenVault> {
  const text = await unlessEnded(readInput(terminal.input), ended);
  if (text === null) return { answer: stopped };
  if (!text.ok) return { answer: refused(text.error) };
  const lines = await readLines(keystore, text.value, terminal.search, ended, (entered) =>
    noteShare(record, entered),
  );
  if (!lines.ok) return { answer: notRecorded(lines.error) };
  const { shares, good, bad } = lines.value;
  try {
    if (ended.aborted) return { answer: stopped };
    if (bad.length > 0) return { answer: refusedLines(bad, good.length, keystore.shareSet.threshold) };
    return await openWith(keystore, shares, good);
  } finally {
    for (const share of shares) share.payload.wipe();
  }
}

/** Shares one by one, unseen, in any order. A refused one is named and disturbs nothing that was entered. */
async function askForQuorum(
  { keystore }: OpenedKeystore,
  record: CeremonyRecord,
  terminal: Terminal,
  ended: AbortSignal,
): ReturnType<OpenVault> {
  const { threshold } = keystore.shareSet;
  const prompt = terminal.openPrompt(ended);
  const shares: KeyShare[] = [];
  const owners: Admitted[] = [];
  try {
    while (shares.length < threshold) {
      terminal.remark(`Key Shares still needed: ${threshold - shares.length}.\n`);
      const text = await prompt.ask("The words or the QR text of one, not shown: ");
      if (text === null) return { answer: stopped };
      const entered = await enterShare(text, keystore, shares, terminal.search, ended);
      if (entered.ok) {
        shares.push(entered.value.share);
        owners.push(entered.value);
      }
      const noted = noteShare(record, entered);
      if (!noted.ok) return { answer: notRecorded(noted.error) };
      terminal.remark(entered.ok ? whose(entered.value) : `${sentence(entered.error)}\n`);
    }
    return await openWith(keystore, shares, owners);
  } finally {
    prompt.close();
    for (const share of shares) share.payload.wipe();
  }
}

/** Notes a share that was entered, or refused. One whose search was ended with the ceremony was neither. */
function noteShare(
  record: CeremonyRecord,
  entered: Result<EnteredShare, ShareFailure>,
): Result<null, FileFailure> {
  const cancelled = !entered.ok && entered.error.code === "share.search-cancelled";
  return cancelled ? ok(null) : record.note(shareNote(entered));
}

function whose({ index, custodian, mended }: EnteredShare): string {
  const share = `Key Share ${index} of ${visible(custodian)}.\n`;
  return mended === undefined ? share : `${share}${mendedLine(mended)}\n`;
}

async function openWith(
  keystore: Keystore,
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
