import type { WrappingKeyFailure } from "./errors";
import { counted, type Sentences } from "./wording";

export const wrappingKeySentences: Sentences<WrappingKeyFailure> = {
  "wrapping-key.length": ({ length, expected }) =>
    `A Wrapping Key has ${expected === null ? "64 or 48" : `${expected}`} characters here, and this one has ` +
    `${counted(length, "character")}. Nothing was changed. Look for missing or doubled characters.`,
  "wrapping-key.not-hex": () =>
    "A Wrapping Key is written with the digits 0 to 9 and the letters a to f, and something else is in this one. " +
    "Nothing was changed. Look at it and enter it again.",
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
