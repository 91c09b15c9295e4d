import type { FileFailure } from "../contract/errors";
import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { quoted } from "../contract/wording";
import type { Answer } from "./answer";
import type { CeremonyRecord, RecordEnd } from "./ceremony-record";
import { fact } from "./keystore-lines";

/** A hash as it stands on paper: in groups of four, eight a line. */
export function hashLines(label: string, hash: string): string[] {
  return [fact(label, inFours(hash.slice(0, 32))), fact("", inFours(hash.slice(32)))];
}

/** What people write on paper before anything happens: it shows later that the record began as they saw it. */
export function beginningLines({ path, firstHash }: Pick<CeremonyRecord, "path" | "firstHash">): string[] {
  return [
    `The record of this ceremony begins: ${visible(path)}`,
    ...hashLines("First line’s hash", firstHash),
  ];
}

/** Where a ceremony's record stands, and what people write on paper of it. */
export function recordLines({ path, firstHash, head }: RecordEnd): string[] {
  return [
    fact("Record", visible(path)),
    ...hashLines("First line’s hash", firstHash),
    ...(head === null ? [] : hashLines("Head", head)),
  ];
}

/** The same for `--json`. */
export function recordFacts({ path, firstHash, head, problem }: RecordEnd): Answer["facts"] {
  return { record: { path, firstHash, head, ...(problem && { problem }) } };
}

/** A no to a ceremony whose record was begun, and how the record ended. */
export function withRecord(answer: Answer, end: RecordEnd): Answer {
  const ending =
    end.head === null
      ? "The record has no seal: it ends there as after a crash. Keep it, and note on paper what happened."
      : "The record says so and is sealed. Write its head on paper, by hand, and keep both.";
  return {
    ...answer,
    facts: { ...answer.facts, ...recordFacts(end) },
    lines: [...answer.lines, "", ...recordLines(end), "", ending],
  };
}

/** The answer where the record could not be written, and the ceremony therefore stopped before its next secret. */
export function notRecorded(failure: FileFailure): Answer {
  const message =
    `The record ${quoted(failure.path)} could not be written: ${whyNot(failure)}. ` +
    "The ceremony stopped before its next secret. The keystore is as it was, and what was entered is wiped.";
  const { code, ...facts } = failure;
  return { ok: false, code, facts: { ...facts, message }, lines: [message] };
}

/** Why a file that was begun could not be written on. */
export function whyNot(failure: FileFailure): string {
  switch (failure.code) {
    case "file.disk-full":
      return "there is not enough room on its medium";
    case "file.read-only":
      return "its medium can no longer be written to";
    case "file.missing":
    case "file.folder-missing":
    case "file.not-as-written":
      return "it no longer stands there as it was written";
    case "file.failed":
      return `its medium may have been removed or be failing (${failure.reason})`;
    default:
      return `the system refuses it (${failure.code})`;
  }
}
