import type { KeyboardFailure } from "./errors";
import type { CodeKind } from "./typed-code";
import type { Sentences } from "./wording";

const codes: Readonly<Record<CodeKind, string>> = {
  share: "the code of a Key Share",
  "wrapping-key": "the code of a Wrapping Key sheet",
  "proof-page": "the code of a proof page",
};

export const keyboardSentences: Sentences<KeyboardFailure> = {
  "keyboard.strayed-code": ({ of }) =>
    of === null
      ? "That looked like a code, typed by a scanner set to another keyboard layout. No code is asked for here, and " +
        "nothing of it was kept."
      : `That was ${codes[of]}. No code is asked for here, and nothing of it was kept.`,
  "keyboard.strayed-words": () =>
    "That looked like the words of a Key Share, or like a key. They do not belong here, and nothing of them was kept.",
  "keyboard.read-already": () =>
    "The code was read already, and nothing has changed. Type the words that are still open, as they are on the sheet.",
  "keyboard.lost": () =>
    "What was just typed went nowhere, so the Enter behind it was not taken as an answer. Nothing was done. " +
    "If you meant to answer, press Enter once more.",
};
