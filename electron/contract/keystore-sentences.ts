import type { KeystoreFailure, UnusualJson } from "./errors";
import { inFours } from "./fours";
import { assertNever } from "./result";
import { quoted, type Sentences } from "./wording";

const intoNewFile = "jq . keystore.json > new.json (with your files’ names).";

const otherCopy = "Nothing was changed. Use another copy of the keystore.";

export const keystoreSentences: Sentences<KeystoreFailure> = {
  "keystore.too-large": ({ limit }) =>
    `This file is larger than any keystore (${limit / 1024 / 1024} MiB). Nothing was read from it. ` +
    "Choose the keystore file.",
  "keystore.outgrown": ({ limit }) =>
    `With this ceremony the keystore would be larger than any that is read (${limit / 1024 / 1024} MiB). ` +
    "Nothing was written, and the vault opens as before. Move its data to a new vault.",
  "keystore.not-utf8": () =>
    `This file is not text, or parts of it were damaged: it is not valid UTF-8. ${otherCopy}`,
  "keystore.byte-order-mark": () =>
    "This file begins with a byte order mark, which some editors add to what they save. Nothing was changed. " +
    "Use another copy, or save it without that mark.",
  "keystore.not-json": () =>
    `This file is not a keystore, or only a part of one: it is not complete JSON. ${otherCopy}`,
  "keystore.utf-16": () =>
    "This file was saved as UTF-16, as PowerShell does, and a keystore is UTF-8. Nothing was changed. " +
    "Use another copy, or save it as UTF-8 without a byte order mark.",
  "keystore.not-canonical": ({ line, found, sealed }) =>
    `Line ${line} of this keystore ${unusual(found)} ${sealed ? writtenAgain(found) : alsoChanged}`,
  "keystore.other-format": () =>
    "This file is not a keystore of Key Ceremony, or a newer version made it. Nothing was changed. " +
    "Choose the keystore file.",
  "keystore.newer-version": ({ version }) =>
    `This keystore was made by a newer version of Key Ceremony (format ${version}). ` +
    "Nothing is wrong with it; open it with that version.",
  "keystore.unknown-member": ({ member }) =>
    `This keystore has a member ${quoted(member)} that does not belong there. ${otherCopy}`,
  "keystore.missing-member": ({ member }) => `This keystore lacks its member ${quoted(member)}. ${otherCopy}`,
  "keystore.bad-member": ({ member }) =>
    `In this keystore the member ${quoted(member)} is not as it must be. ${otherCopy}`,
  "keystore.seal": () =>
    `The seal of this keystore does not hold: something in the file was changed after it was sealed. ${otherCopy}`,
  "keystore.altered": ({ member }) =>
    `The key is the right one, but the keystore’s member ${quoted(member)} does not fit it: ` +
    `the file is not what the ceremony wrote. ${otherCopy}`,
  "keystore.practice-in-production": () =>
    "This keystore comes from a rehearsal: it protects nothing. Choose the vault’s own keystore.",
  "keystore.production-in-practice": () =>
    "This is a real keystore, and this is a rehearsal. Nothing was changed. Choose a rehearsal’s keystore.",
  "keystore.changed-meanwhile": () =>
    "The keystore file was changed by something else since it was opened. Nothing was written. " +
    "Find out what changed it, then open it again.",
  "keystore.superseded": ({ generation, newer, path }) =>
    `This is generation ${generation} of the keystore, and generation ${newer} stands beside it: ${quoted(path)}. ` +
    "Nothing was changed. Use the newer one; an older one is only for when that is lost.",
  "keystore.sound-copy": ({ generation, path }) =>
    `This keystore is damaged, and a sound copy of generation ${generation} stands beside it: ${quoted(path)}. ` +
    "Nothing was changed. Use that one.",
  "keystore.no-recovery-key": () =>
    "The part of this keystore that a quorum opens is missing or damaged. Nothing was changed. " +
    "Look for another copy of the keystore; its Wrapping Key may still open this one.",
  "keystore.other-fingerprint": ({ fingerprint }) =>
    `These shares open this file, but its vault fingerprint is ${inFours(fingerprint)}, not the one that was entered. ` +
    "Nothing was written. Compare the fingerprint on every sheet.",
};

const alsoChanged =
  "Besides, its seal does not hold: something in it was changed after it was sealed. Use another copy of the keystore.";

/** What was seen, and where it comes from. */
function unusual(found: UnusualJson): string {
  switch (found.kind) {
    case "escape":
      return `writes a character as the escape ${quoted(found.written)}, as some programs do when they save a file.`;
    case "number":
      return `writes the number ${found.plain} as ${quoted(found.written)}, as some programs do when they save a file.`;
    case "repeated":
      return `has the member ${quoted(found.member)} a second time, and programs do not agree which one counts.`;
    default:
      return assertNever(found);
  }
}

/** What is safe and what to do, where the seal holds over the value. */
function writtenAgain(found: UnusualJson): string {
  const nothingLost = "Nothing is lost: the seal holds over what the file says. Use another copy, or write";
  switch (found.kind) {
    case "escape":
      return `${nothingLost} this one plainly into a new file: ${intoNewFile}`;
    case "number":
      return `${nothingLost} ${found.plain} there in a copy of this file.`;
    case "repeated":
      return `The seal holds over the last one. Use another copy; if none is left, this keeps the last one alone: ${intoNewFile}`;
    default:
      return assertNever(found);
  }
}
