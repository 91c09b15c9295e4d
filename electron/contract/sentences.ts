import { borderSentences, ceremonySentences } from "./ceremony-sentences";
import type { Failure } from "./errors";
import { fileSentences } from "./file-sentences";
import { keyboardSentences } from "./keyboard-sentences";
import { keystoreSentences } from "./keystore-sentences";
import { planSentences } from "./plan-sentences";
import { printSentences } from "./print-sentences";
import { proceedingsSentences } from "./proceedings-sentences";
import { recordSentences } from "./record-sentences";
import { shareSentences } from "./share-sentences";
import type { Sentences } from "./wording";
import { wrappingKeySentences } from "./wrapping-key-sentences";

const sentences: Sentences<Failure> = {
  ...shareSentences,
  ...keystoreSentences,
  ...recordSentences,
  ...wrappingKeySentences,
  ...fileSentences,
  ...planSentences,
  ...printSentences,
  ...proceedingsSentences,
  ...keyboardSentences,
  ...ceremonySentences,
  ...borderSentences,
};

/**
 * A failure in the words of the app, for a screen or a terminal: what happened, what is safe, what to do.
 * Total over errors.ts: a code without its sentence does not compile.
 */
export function sentence(failure: Failure): string {
  // The table pairs each code with the failure of that code, which the compiler cannot follow by a variable.
  const say = sentences[failure.code] as (failure: Failure) => string;
  const said = say(failure);
  return failure.code === "file.lock-left" ? `${sentence(failure.because)} ${said}` : said;
}
