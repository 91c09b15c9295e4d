import type { KeystoreFailure } from "./errors";
import { inFours } from "./fours";
import { quoted, type Sentences } from "./wording";

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
  "keystore.not-canonical": ({ line }) =>
    `Line ${line} of this keystore is not written in the one plain way: a member that stands there twice, ` +
    `or an unusual number or character. ${otherCopy}`,
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
