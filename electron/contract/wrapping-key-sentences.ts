import type { WrappingKeyFailure } from "./errors";
import { counted, oddCharacter, type Sentences } from "./wording";

export const wrappingKeySentences: Sentences<WrappingKeyFailure> = {
  "wrapping-key.length": ({ length, expected }) =>
    `A Wrapping Key has ${expected === null ? "64 or 48" : `${expected}`} characters here, and this one has ` +
    `${counted(length, "character")}. Nothing was changed. Look for missing or doubled characters.`,
  "wrapping-key.not-hex": ({ odd }) =>
    `${oddCharacter(odd)} Nothing was changed. Look at the Wrapping Key there, and enter it again.`,
  "wrapping-key.keyboard-layout": () =>
    "This is not a Wrapping Key. It looks like a code typed by a scanner set to another keyboard layout. " +
    "Nothing was changed, and nothing is wrong with the sheet. Set scanner and computer to the same layout, " +
    "or type the lines of the sheet.",
  "wrapping-key.line-check": ({ line }) =>
    `Line ${line} does not fit the four check characters at its end. Nothing was accepted. ` +
    `Look at line ${line} on the sheet and enter it again.`,
  "wrapping-key.not-code": () =>
    "This is not the code of a Wrapping Key sheet, or not all of it. Nothing was changed. " +
    "Scan the square code on that sheet again, or type its lines.",
  "wrapping-key.does-not-open": () =>
    "This Wrapping Key does not open this keystore. Nothing was changed. " +
    "Check that the key and the keystore belong to the same vault and the same ceremony.",
};
