import type { ShareFailure } from "./errors";
import { inFours } from "./fours";
import { counted, listed, quoted, type Sentences, wordsAt } from "./wording";

export const shareSentences: Sentences<ShareFailure> = {
  "share.empty": () => "Nothing was entered. Enter the 31 words of the sheet, or the text of its QR code.",
  "share.word-count": ({ count }) =>
    `A Key Share has 31 words, and ${counted(count, "word")} ${count === 1 ? "was" : "were"} entered. ` +
    "Nothing was accepted. Compare with the sheet, line by line.",
  "share.unknown-words": ({ positions }) =>
    `${wordsAt(positions)} ${positions.length === 1 ? "is" : "are"} not on the word list. ` +
    "Nothing was accepted. Look at the sheet and enter what is printed there.",
  "share.unreadable-words": ({ positions }) =>
    `${wordsAt(positions)} ${positions.length === 1 ? "was" : "were"} entered as “?”. ` +
    "Every word is needed here. Nothing was accepted. Look at the sheet again, and keep it.",
  "share.one-wrong-word": ({ positions }) =>
    positions.length === 1
      ? `Word ${listed(positions)} does not fit the others. Nothing was accepted. ` +
        `Look at word ${listed(positions)} on the sheet and enter it again.`
      : "One word does not fit the others. Nothing was accepted. " +
        `Look at words ${listed(positions)} on the sheet: one of them was entered differently.`,
  "share.swapped-words": ({ positions }) =>
    `${listed(
      positions.map((first) => `Words ${first} and ${first + 1}`),
      "or",
    )} seem to have changed places. Nothing was accepted. Look at the sheet and enter them in its order.`,
  "share.only-probable": () =>
    "These words are only probable: chance gives such ones too. Nothing was accepted. " +
    "Look at the sheet again, under better light, for one of the words that are missing.",
  "share.checksum": () =>
    "The words, or the QR text, do not fit together, and more than one of them may be wrong. Nothing was accepted. " +
    "Compare every word with the sheet.",
  "share.qr-text": () =>
    "This is not the text of a share’s QR code, or not all of it: that is KC1: and 69 letters and digits. " +
    "Nothing was accepted. Scan the code again or enter the words.",
  "share.several-codes": () =>
    "The codes of several shares were entered at once. Nothing was accepted. Enter one share at a time.",
  "share.other-code": ({ of }) =>
    of === "wrapping-key"
      ? "This is the code of a Wrapping Key sheet, not of a Key Share. Nothing was accepted. " +
        "Put that sheet away, and scan the code of the share’s sheet."
      : "This is the code of a proof page, not of a Key Share. Nothing was accepted. " +
        "Scan the code of the share’s sheet.",
  "share.keyboard-layout": () =>
    "These are not share words. It looks like a code typed by a scanner set to another keyboard layout. " +
    "Nothing was accepted, and nothing is wrong with the sheet. Set scanner and computer to the same layout, " +
    "or enter the words.",
  "share.numbering": () =>
    "The numbers between the words do not count them. Nothing was accepted. " +
    "Enter the words alone, in the order of the sheet.",
  "share.padding": () =>
    "The end of this QR text is not as it is printed. Nothing was accepted. Scan the code again or enter the words.",
  "share.newer-version": ({ version }) =>
    `By its beginning this share was made by a newer version of Key Ceremony (format ${version}). Nothing was accepted. ` +
    "Compare it with the sheet: if it was entered as it is printed, nothing is wrong with it, and that version reads it.",
  "share.first-words": () =>
    "The first four words are not those of this vault’s sheets, or of any that can be told. Nothing was accepted. " +
    "Compare words 1 to 4 with the sheet. If they are as printed, the sheet is another vault’s or a newer version’s.",
  "share.zero-x": () =>
    "This share is not a real one: it has the number 0, which no ceremony gives out. Nothing was accepted. " +
    "Find out where it comes from.",
  "share.bad-threshold": ({ threshold }) =>
    `This share says that ${counted(threshold, "share")} would be enough, which no ceremony makes. ` +
    "Nothing was accepted. Find out where it comes from.",
  "share.practice-in-production": () =>
    "This is a practice share from a rehearsal, and the vault is a real one. Nothing was accepted. " +
    "Bring the sheet without the practice mark.",
  "share.production-in-practice": () =>
    "This is a real share, and this is a rehearsal. Nothing was accepted. " +
    "Put the sheet away and use the one with the practice mark.",
  "share.other-set": ({ setId, expected }) =>
    `This share belongs to share set ${inFours(setId)}, and this vault’s set is ${inFours(expected)}. Nothing was accepted. ` +
    "It is a sheet of another vault or another set.",
  "share.retired-set": ({ setId, custodian }) =>
    `This share belongs to share set ${inFours(setId)}, which was retired` +
    `${custodian === null ? "" : ` (it was the share of ${quoted(custodian)})`}. ` +
    "Nothing was accepted. Bring the sheet of the set that replaced it.",
  "share.other-threshold": ({ threshold, expected }) =>
    `This share asks for ${threshold} shares, and the keystore for ${expected}. Nothing was accepted. ` +
    "The share or the file is not what it seems; compare the vault fingerprint.",
  "share.disagrees-with-file": () =>
    "The share fits in itself, but this keystore does not know it: share and file disagree, and either may be wrong. " +
    "Nothing was accepted. Keep the sheet, and compare the vault fingerprint on it with the file’s.",
  "share.repeated": ({ custodian }) =>
    `${custodian === null ? "This share" : `The share of ${quoted(custodian)}`} was entered already. ` +
    "It counts once; another custodian’s share is needed.",
  "share.same-number": ({ x }) =>
    `Another share of this set has the number ${x} too, and no ceremony gives out a number twice: one of the two is false. ` +
    "Nothing was accepted. Keep both sheets, and find out where they come from.",
  "share.solved": ({ positions, solutions }) =>
    `${wordsAt(positions)} could not be read. ${fitting(solutions)} by the checksum, which alone proves nothing. ` +
    "Nothing was accepted. Enter the share together with its keystore, which knows the right one.",
  "share.probable": ({ positions, solutions }) =>
    `${wordsAt(positions)} could not be read. ${fitting(solutions)} by the few bits of checksum that are left, ` +
    "and chance gives such words too. Nothing was accepted. " +
    "Enter the share together with its keystore, which knows the right ones.",
  "share.missing-place": ({ positions }) =>
    `30 words were entered, and a Key Share has 31. A word may have been left out at place ${listed(positions, "or")}. ` +
    "Nothing was accepted. Look at the sheet there.",
  "share.too-damaged": ({ keystore }) =>
    `More words are missing or wrong than can be found${keystore ? "" : " without the keystore"}. ` +
    `Nothing was accepted. Compare every word with the sheet${keystore ? "" : "; with the keystore two can be found"}.`,
  "share.not-repaired": ({ keystore }) =>
    keystore
      ? "No two words and no swap of neighbours explain what was entered: more than that is wrong. " +
        "Nothing was accepted. Compare every word with the sheet."
      : "No word fits where one is missing, so another is wrong as well. Nothing was accepted. " +
        "Compare every word with the sheet; with the keystore two can be found.",
  "share.search-cancelled": () =>
    "The search was cancelled. Nothing was accepted and nothing was changed. Enter the share again to search again.",
  "share.too-few": ({ given, needed }) =>
    `${counted(needed, "share")} are needed, and ${given} ${given === 1 ? "was" : "were"} given. ` +
    "Nothing was combined. Bring more of this set’s sheets.",
  "share.does-not-open": () =>
    "Each share is right alone, but together they do not open this keystore. Nothing was changed. " +
    "Compare the vault fingerprint on the sheets with the file’s.",
};

function fitting(solutions: number): string {
  return solutions === 1 ? "One solution fits" : `${solutions} solutions fit`;
}
