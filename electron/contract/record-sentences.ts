import type { RecordFailure } from "./errors";
import { inFours } from "./fours";
import { oddCharacter, quoted, type Sentences, wrongLength } from "./wording";

const untouched = "The file was left as it is; compare it with another copy.";

export const recordSentences: Sentences<RecordFailure> = {
  "record.empty": () => `This file is empty: it is no record, or all of one is missing. ${untouched}`,
  "record.too-large": ({ line, limit }) =>
    `This file is larger than any record (${limit} bytes, reached in line ${line}). Nothing behind that was read. ` +
    "Choose another file.",
  "record.line-too-long": ({ line, limit }) =>
    `Line ${line} of this file is longer than any of a record (${limit} bytes). Nothing behind that was read. ` +
    "Choose another file.",
  "record.byte-order-mark": () =>
    `Line 1 of this record begins with a byte order mark, which an editor added. ${untouched}`,
  "record.not-utf8": ({ line }) => `Line ${line} of this record is not text, or was damaged. ${untouched}`,
  "record.line-ending": ({ line }) =>
    `Line ${line} of this record ends as lines do on Windows: a program has changed the file. ${untouched}`,
  "record.cut-off": ({ line }) =>
    `This record stops in the middle of line ${line}: a part of it is missing. ${untouched}`,
  "record.newer-version": ({ version }) =>
    `This record was made by a newer version of Key Ceremony (format ${version}). ` +
    "Nothing is wrong with it; read it with that version.",
  "record.not-json": ({ line }) => `Line ${line} of this record cannot be read. ${untouched}`,
  "record.not-canonical": ({ line }) =>
    `Line ${line} of this record is not written in the one plain way. ${untouched}`,
  "record.bad-member": ({ line, member }) =>
    `In line ${line} of this record the member ${quoted(member)} is not as it must be. ${untouched}`,
  "record.chain": ({ line }) =>
    `Line ${line} of this record does not follow from the line before: something was changed, added or removed. ` +
    untouched,
  "record.after-seal": ({ line }) =>
    `Line ${line} of this record stands behind its seal, where nothing may follow. ${untouched}`,
  "record.seal": ({ line }) =>
    `The seal in line ${line} of this record does not hold: something was changed after it was sealed. ${untouched}`,
  "record.unsealed": ({ line }) =>
    `This record ends behind line ${line} without its seal: the ceremony was cut short, or the rest is missing. ` +
    "What it says so far is consistent, and proves nothing.",
  "record.bad-head": ({ length, odd }) => {
    const wrong =
      odd === null
        ? `A head has 64 characters, in 16 groups of four. ${wrongLength(length, 64)}`
        : oddCharacter(odd);
    return `${wrong} Nothing was compared. Look at the paper, and type the head as it is written there.`;
  },
  "record.first-hash": () =>
    "This is the hash of the record’s first line, which was written down at the start. It fits, and says nothing of the " +
    "lines behind it. Compare the head, which was written down at the end.",
  "record.other-head": () =>
    "The head on paper is not this record’s: it is another record, or this one was replaced. " +
    "Do not rely on it. Look whether the head was copied rightly, and compare with another copy of the record.",
  "record.other-vault": ({ fingerprint }) =>
    `This keystore names the record’s key, but its vault fingerprint is ${inFours(fingerprint)}, not the one that was given. ` +
    "One of them is not the vault’s. Do not rely on this record by this keystore. Compare the fingerprint on every sheet.",
  "record.not-in-keystore": () =>
    "This keystore names no ceremony with this record’s key. Take a keystore as new as the ceremony or newer; " +
    "a check, or a ceremony that was aborted, changes no keystore, and is compared with the head on paper.",
  "record.keystore-differs": ({ member }) =>
    `The keystore names a ceremony with this record’s key, and says something else of its ${quoted(member)}. ` +
    "One of them is not what it seems. Do not rely on this record.",
};
