import type { RecordFailure } from "./errors";
import { quoted, type Sentences } from "./wording";

const untouched = "The file was left as it is; compare it with another copy.";

export const recordSentences: Sentences<RecordFailure> = {
  "record.not-utf8": () => `This record is not text, or parts of it were damaged. ${untouched}`,
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
};
