import { entryCommands } from "../entry/commands";
import type { Carries, HeldCommand } from "../held";
import type { Generation } from "./generation";

/** What each command means to the generation: an event, or text for its custody. */
export const generateCommands = {
  ...entryCommands,
  planReason: (generation, input) => generation.happen({ type: "reason", ...input }),
  planFingerprint: (generation, input) => generation.happen({ type: "fingerprint", ...input }),
  confirmNames: (generation, input) => generation.happen({ type: "names", ...input }),
  enterShare: (generation) => generation.happen({ type: "enter-share" }),
  leaveEntry: (generation) => generation.happen({ type: "leave-entry" }),
  enterCurrentKey: (generation, input) => generation.enterCurrentKey(input),
  keepOldKeystore: (generation) => generation.happen({ type: "old-keystore", remove: false }),
  removeOldKeystore: (generation) => generation.happen({ type: "old-keystore", remove: true }),
  planVault: (generation, input) => generation.happen({ type: "vault", ...input }),
  planPeople: (generation, input) => generation.happen({ type: "people", ...input }),
  planQuorum: (generation, input) => generation.happen({ type: "quorum", ...input }),
  planKey: (generation, input) => generation.happen({ type: "key", ...input }),
  planPlaces: (generation, input) => generation.happen({ type: "places", ...input }),
  back: (generation) => generation.happen({ type: "back" }),
  acceptPlan: (generation, { runtimeAccepted }) => generation.acceptPlan(runtimeAccepted),
  printProof: (generation, input) => generation.happen({ type: "print-proof", ...input }),
  enterProof: (generation, { text }) => generation.enterProof(text),
  proveAgain: (generation) => generation.happen({ type: "prove-again" }),
  skipProof: (generation) => generation.happen({ type: "skip-proof" }),
  begin: (generation) => generation.happen({ type: "begin" }),
  findPrinters: (generation) => generation.happen({ type: "find-printers" }),
  stopPrinting: async (generation) => generation.stopPrinting(),
  chooseShare: (generation, input) => generation.happen({ type: "choose", ...input }),
  custodianReady: (generation) => generation.happen({ type: "custodian-ready" }),
  printShare: (generation, input) => generation.happen({ type: "print", ...input }),
  printBlank: (generation, input) => generation.happen({ type: "print-blank", ...input }),
  answerPrinted: (generation, input) => generation.happen({ type: "answer-printed", ...input }),
  copyByHand: (generation) => generation.happen({ type: "copy-by-hand" }),
  copiedByHand: (generation) => generation.happen({ type: "copied-by-hand" }),
  // Words come in at two places: read back from a new sheet, and to open the keystore of a renewal.
  enterWords: (generation, input) =>
    generation.atDesk
      ? entryCommands.enterWords(generation, input)
      : generation.readBack((readBack) => readBack.enter(input.position, input.text)),
  forgetWord: (generation, input) =>
    generation.atDesk
      ? entryCommands.forgetWord(generation, input)
      : generation.readBack((readBack) => readBack.forget(input.position)),
  forgetWords: (generation) =>
    generation.atDesk
      ? entryCommands.forgetWords(generation)
      : generation.readBack((readBack) => readBack.startOver()),
  reprint: (generation) => generation.happen({ type: "spoil", cause: "reprint" }),
  declareSpoiled: (generation) => generation.happen({ type: "spoil", cause: "declared" }),
  answerSpoiled: (generation, input) => generation.happen({ type: "answer-spoiled", ...input }),
  shareHandled: (generation) => generation.happen({ type: "share-handled" }),
  leaveShare: (generation) => generation.happen({ type: "leave-share" }),
  deliver: (generation, input) => generation.happen({ type: "deliver", ...input }),
  answerKeyPrinted: (generation, input) => generation.happen({ type: "answer-key-printed", ...input }),
  enterWrappingKey: (generation, { text }) => generation.typeWrappingKey(text),
  writeKeystore: (generation, input) => generation.happen({ type: "write", ...input }),
  copyKeystore: (generation, input) => generation.happen({ type: "copy-keystore", ...input }),
  skipSecondCopy: (generation) => generation.happen({ type: "skip-second-copy" }),
} satisfies Partial<Carries<Generation, HeldCommand>>;
