import { openWithQuorum } from "../ceremony/open-with-quorum";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { IDLE_MINUTES } from "../ceremony/writing/renewal-plan";
import type { FileFailure, ShareFailure } from "../contract/errors";
import { visible } from "../contract/escape";
import { ok, type Result } from "../contract/result";
import { sentence } from "../contract/sentences";
import type { Keystore } from "../keystore/document";
import type { Admitted } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import type { RecoverRequest } from "./arguments";
import { askShare } from "./ask-share";
import type { CeremonyRecord } from "./ceremony-record";
import { type EnteredShare, enterShare, forgottenNote, shareNote } from "./enter-share";
import { mendedLine } from "./mend-share";
import type { Prompt } from "./prompt";
import { readLines, refusedLines } from "./quorum-lines";
import { readInput } from "./read-input";
import { notRecorded } from "./record-lines";
import { type OpenVault, renew, stopped } from "./renewal";
import type { Terminal } from "./run";
import { unlessEnded } from "./unless-ended";

/** `recover`: gives the vault a new Wrapping Key by a quorum's Key Shares. */
export async function recover(request: RecoverRequest, terminal: Terminal): Promise<Answer> {
  const ended = terminal.endRequested();
  if (!terminal.interactive) {
    const openVault: OpenVault = (opened, record) => readQuorum(opened, record, terminal, ended);
    return renew({ kind: "recover", opener: "quorum", request, terminal, ended, openVault });
  }
  // From the first moment to the last: what comes too early or too late, such as a second scan, is not shown either.
  const prompt = terminal.openPrompt(ended);
  try {
    const openVault: OpenVault = (opened, record) => askForQuorum(opened, record, prompt, terminal, ended);
    return await renew({ kind: "recover", opener: "quorum", request, terminal, ended, openVault });
  } finally {
    prompt.close();
  }
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

/**
 * Shares one by one, unseen, in any order. A refused one is named and disturbs nothing that was entered; all of them are
 * forgotten when nobody presses a key for as long as in the app.
 */
async function askForQuorum(
  { keystore }: OpenedKeystore,
  record: CeremonyRecord,
  prompt: Prompt,
  terminal: Terminal,
  ended: AbortSignal,
): ReturnType<OpenVault> {
  const { threshold } = keystore.shareSet;
  const entered: EnteredShare[] = [];
  try {
    while (entered.length < threshold) {
      terminal.remarks.write(`Key Shares still needed: ${threshold - entered.length}.\n`);
      const question = "The words or the QR text of one, not shown: ";
      const asked = await askShare(prompt, question, entered.length > 0);
      if (asked.kind === "stopped" || asked.kind === "end") return { answer: stopped };
      const told =
        asked.kind === "unattended"
          ? forget(entered, record)
          : await take(asked.text, entered, keystore, record, terminal, ended);
      if (!told.ok) return { answer: notRecorded(told.error) };
      terminal.remarks.write(`${told.value}\n`);
    }
    return await openWith(
      keystore,
      entered.map(({ share }) => share),
      entered,
    );
  } finally {
    for (const { share } of entered) share.payload.wipe();
  }
}

/** Adds a share to those that were `entered`, and gives what to say of it. Fails where the record cannot be written. */
async function take(
  text: string,
  entered: EnteredShare[],
  keystore: Keystore,
  record: CeremonyRecord,
  { search }: Terminal,
  ended: AbortSignal,
): Promise<Result<string, FileFailure>> {
  const shares = entered.map(({ share }) => share);
  const one = await enterShare(text, keystore, shares, search, ended);
  if (one.ok) entered.push(one.value);
  const noted = noteShare(record, one);
  return noted.ok ? ok(one.ok ? whose(one.value) : sentence(one.error)) : noted;
}

/** Wipes the shares that were `entered`, and gives what to say of that. Fails where the record cannot be written. */
function forget(entered: EnteredShare[], record: CeremonyRecord): Result<string, FileFailure> {
  const forgotten = entered.splice(0);
  for (const { share } of forgotten) share.payload.wipe();
  const noted = forgotten.length > 0 ? record.note(forgottenNote) : ok(null);
  return noted.ok ? ok(sentence({ code: "ceremony.unattended", minutes: IDLE_MINUTES })) : noted;
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
  const share = `Key Share ${index} of ${visible(custodian)}.`;
  return mended === undefined ? share : `${share}\n${mendedLine(mended)}`;
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
