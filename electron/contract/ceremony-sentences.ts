import type { BorderFailure, CeremonyFailure } from "./errors";
import { counted, listed, quoted, type Sentences, wordsAt } from "./wording";

export const ceremonySentences: Sentences<CeremonyFailure> = {
  "ceremony.stale": () =>
    "The screen had changed in the meantime. Nothing was done. Look at it again, then decide.",
  "ceremony.not-now": () => "This does not belong to the present step. Nothing was done.",
  "ceremony.unfinished": () =>
    "An earlier ceremony was not finished, and the notice on the first screen waits for an answer. Nothing was begun. " +
    "Decide there what happens with what it left, then begin.",
  "ceremony.clock": ({ year }) =>
    `${year === null ? "This workstation’s clock gives no time" : `This workstation’s clock says the year ${year}`}, ` +
    "and a keystore or a record can only hold the years 2000 to 9999. Nothing was made. Set the clock, then start again.",
  "ceremony.self-test": ({ test }) =>
    `The self-test ${quoted(test)} failed: this workstation does not compute correctly. ` +
    "No ceremony was started. Use another workstation.",
  "ceremony.proof-failed": () =>
    "What was made does not open as it must. Everything was wiped, and nothing was written. " +
    "Do not use this workstation; start again on another.",
  "ceremony.read-back": ({ positions }) =>
    `${wordsAt(positions)} ${positions.length === 1 ? "is" : "are"} not what the sheet should say. ` +
    "Nothing was accepted. Look at the sheet: enter what is printed there, or print it again if it is not readable.",
  "ceremony.key-read-back": () =>
    "This is not the Wrapping Key that was printed. Nothing was accepted. " +
    "Read back the sheet that was just made; put any other key sheet away.",
  "ceremony.read-back-swapped": ({ positions }) =>
    `${listed(pairs(positions).map(([one, other]) => `Words ${one} and ${other}`))} may be swapped. ` +
    "Look at the sheet, and enter them in its order. The other words are kept.",
  "ceremony.read-back-left-out": ({ positions: [first, ...others] }) =>
    `Word ${first} may have been left out: ${wordsAt(others).toLowerCase()} ${others.length === 1 ? "is" : "are"} ` +
    `not what the sheet should say either. Look at the sheet, and go on from word ${first}. The other words are kept.`,
  "ceremony.read-back-code": () =>
    "This code is not the one of this sheet, or it was misread. Nothing was accepted. " +
    "Scan the sheet’s code again, or enter its words; print the sheet again if it is not readable.",
  "ceremony.read-back-other-sheet": () =>
    "This is another sheet: a whole share, and not the one of this custodian. Nothing was accepted. " +
    "Read back the sheet that was just made.",
  "ceremony.read-back-other-share": ({ index }) =>
    `These are the words of share ${index}, another custodian’s. Nothing was accepted. ` +
    "Make sure that each sheet is with its own custodian.",
  "ceremony.read-back-unreadable": ({ positions }) =>
    `${wordsAt(positions)} cannot be read on a sheet that was just made. Nothing was accepted. ` +
    "Print the sheet again, so that it can be read years from now.",
  "ceremony.other-custodian": ({ custodian }) =>
    `This is a good sheet, but the one of ${quoted(custodian)}. Nothing was noted. ` +
    "Make sure that each sheet is with its own custodian.",
  "ceremony.unattended": ({ minutes }) =>
    `Nobody touched the workstation for ${counted(minutes, "minute")}, so the shares that were entered are forgotten. ` +
    "The keystore is as it was. Let the custodians enter their shares again.",
  "ceremony.key-unattended": ({ minutes }) =>
    `Nobody touched the workstation for ${counted(minutes, "minute")}, so the Wrapping Key that was entered is forgotten. ` +
    "The keystore is as it was. Enter the Wrapping Key again.",
  "ceremony.key-of-generation": ({ generation }) =>
    `This Wrapping Key opens generation ${generation} of the keystore, which lies beside, and not this one. ` +
    "Nothing was changed. Bring the key that was delivered last, or let a quorum open the keystore.",
  "ceremony.second-copy-differs": () =>
    "The second copy is not the same as the keystore. The keystore itself is safe. " +
    "Make the copy again, on another medium.",
};

function pairs(positions: readonly number[]): (readonly [number, number])[] {
  return positions.flatMap((first, at) =>
    at % 2 === 0 ? [[first, positions[at + 1] ?? first] as const] : [],
  );
}

export const borderSentences: Sentences<BorderFailure> = {
  "border.bad-input": ({ command }) =>
    `The request ${quoted(command)} was not understood. Nothing was done. If this happens again, end the ceremony.`,
  "border.refused-sender": () =>
    "A request came from somewhere it must not come from, and was refused. Nothing was done. " +
    "End the ceremony and have this workstation looked at.",
  internal: ({ reference }) =>
    `Something went wrong inside the app (reference ${reference}). ` +
    "Nothing more was written. End the ceremony and report the reference.",
};
