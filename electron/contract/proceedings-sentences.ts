import type { FileFailure, ProceedingsFailure } from "./errors";
import { counted, listed, quoted, type Sentences } from "./wording";

const members = {
  expected: "What was expected",
  happened: "What happened",
  decided: "What was decided",
} as const;

/** What people can mend; anything else is the medium's. */
const reasons: Readonly<Partial<Record<FileFailure["code"], string>>> = {
  "file.disk-full": "its disk is full; make room there",
  "file.missing": "it is not there any more; put its medium back",
  "file.folder-missing": "its folder is not there any more; put its medium back",
  "file.read-only": "its medium can only be read",
  "file.denied": "this user may not write it",
  "file.not-as-written": "another file stands in its place, or somebody has changed it",
};

/** What people compare something of the workstation with. */
const comparedWith = {
  clock: "Ruth’s wristwatch",
  "app-hash": "The release notes of version 1.0, on paper",
} as const;

export const proceedingsSentences: Sentences<ProceedingsFailure> = {
  "text.secret": () =>
    "This looks like the words of a share, a code or a key. Nothing of it was kept: a record is read by many people. " +
    "Say it without them.",
  "exception.text": ({ member, limit }) =>
    `${members[member]} is told in 1 to ${limit} characters, on one line. Nothing was recorded yet.`,
  "exception.person": ({ member }) =>
    member === "decidedBy"
      ? "Say who of the people in this ceremony decided. Nothing was recorded yet."
      : "Say which witness saw it. Nothing was recorded yet.",
  "exception.same-person": () =>
    "Nobody witnesses their own decision. Name another witness, or somebody else who decided. Nothing was recorded yet.",
  "exception.roles": ({ names }) =>
    `${listed(names.map(quoted))} ${names.length === 1 ? "has" : "have"} two parts in this ceremony. Nothing was confirmed ` +
    "yet: record an exception about it, then confirm the names again.",
  "bag.number": ({ limit }) =>
    `A bag’s number has 1 to ${limit} characters, on one line. Read it from the bag, or say that there is no bag.`,
  "bag.differs": () =>
    "The two numbers are not the same. Nothing was noted. Let one person read the bag aloud, and another type it.",
  "bag.used": () =>
    "A bag of this number was noted in this ceremony already. Every sheet has a bag of its own: look at the number again.",
  "preflight.source": ({ item, limit }) =>
    `Name what it was compared with, in 1 to ${limit} characters, such as “${comparedWith[item]}”.`,
  "preflight.red": ({ open }) =>
    `${counted(open, "item")} ${open === 1 ? "stands" : "stand"} against a production ceremony. ` +
    "Cure it and look again, or record an exception for each.",
  "proceedings.not-written": ({ path, because }) =>
    `The next line could not be written into the record at ${quoted(path)}: ${reasons[because] ?? "the medium refuses it"}. ` +
    "What was done before stands in it, and nothing was done since. Mend that, then try again.",
  "sign-off.reason": ({ limit }) =>
    `Whoever disagrees says why, in 1 to ${limit} characters, on one line. Nothing was recorded yet.`,
  "sign-off.open": ({ names }) =>
    `${listed(names.map(quoted))} ${names.length === 1 ? "has" : "have"} not signed off yet. ` +
    "The administrator and every witness confirm or disagree before the record is sealed.",
};
