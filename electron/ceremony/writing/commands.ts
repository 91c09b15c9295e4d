import { entryCommands } from "../entry/commands";
import type { Carries, HeldCommand } from "../held";
import { frameCommands } from "../proceedings/commands";
import type { WritingCeremony } from "./writing-ceremony";

/** What each command means to the ceremony: an event, or text for its custody. */
export const writingCommands = {
  ...entryCommands,
  planReason: (ceremony, input) => ceremony.happen({ type: "reason", ...input }),
  planFingerprint: (ceremony, input) => ceremony.happen({ type: "fingerprint", ...input }),
  confirmNames: (ceremony, input) => ceremony.happen({ type: "names", ...input }),
  enterShare: (ceremony) => ceremony.happen({ type: "enter-share" }),
  shareBagged: (ceremony, input) => ceremony.bagShare(input),
  leaveEntry: (ceremony) => ceremony.happen({ type: "leave-entry" }),
  enterCurrentKey: (ceremony, input) => ceremony.enterCurrentKey(input),
  keepOldKeystore: (ceremony) => ceremony.happen({ type: "old-keystore", remove: false }),
  removeOldKeystore: (ceremony) => ceremony.happen({ type: "old-keystore", remove: true }),
  noteOldSheets: (ceremony, input) => ceremony.happen({ type: "old-sheets", ...input }),
  planVault: (ceremony, input) => ceremony.happen({ type: "vault", ...input }),
  planPeople: (ceremony, input) => ceremony.happen({ type: "people", ...input }),
  planQuorum: (ceremony, input) => ceremony.happen({ type: "quorum", ...input }),
  planKey: (ceremony, input) => ceremony.happen({ type: "key", ...input }),
  planPlaces: (ceremony, input) => ceremony.happen({ type: "places", ...input }),
  back: (ceremony) => ceremony.happen({ type: "back" }),
  acceptPlan: (ceremony, input) => ceremony.acceptPlan(input),
  ...frameCommands,
  printProof: (ceremony, input) => ceremony.happen({ type: "print-proof", ...input }),
  enterProof: (ceremony, { text }) => ceremony.enterProof(text),
  proveAgain: (ceremony) => ceremony.happen({ type: "prove-again" }),
  skipProof: (ceremony) => ceremony.happen({ type: "skip-proof" }),
  begin: (ceremony) => ceremony.happen({ type: "begin" }),
  findPrinters: (ceremony) => ceremony.happen({ type: "find-printers" }),
  stopPrinting: async (ceremony) => ceremony.stopPrinting(),
  chooseShare: (ceremony, input) => ceremony.happen({ type: "choose", ...input }),
  custodianReady: (ceremony) => ceremony.happen({ type: "custodian-ready" }),
  printShare: (ceremony, input) => ceremony.happen({ type: "print", ...input }),
  printBlank: (ceremony, input) => ceremony.happen({ type: "print-blank", ...input }),
  answerPrinted: (ceremony, input) => ceremony.happen({ type: "answer-printed", ...input }),
  copyByHand: (ceremony) => ceremony.happen({ type: "copy-by-hand" }),
  copiedByHand: (ceremony) => ceremony.happen({ type: "copied-by-hand" }),
  // Words come in at two places: read back from a new sheet, and to open the keystore of a renewal.
  enterWords: (ceremony, input) =>
    ceremony.atDesk
      ? entryCommands.enterWords(ceremony, input)
      : ceremony.readBack((readBack) => readBack.enter(input.position, input.text)),
  forgetWord: (ceremony, input) =>
    ceremony.atDesk
      ? entryCommands.forgetWord(ceremony, input)
      : ceremony.readBack((readBack) => readBack.forget(input.position)),
  forgetWords: (ceremony) =>
    ceremony.atDesk
      ? entryCommands.forgetWords(ceremony)
      : ceremony.readBack((readBack) => readBack.startOver()),
  reprint: (ceremony) => ceremony.happen({ type: "spoil", cause: "reprint" }),
  declareSpoiled: (ceremony) => ceremony.happen({ type: "spoil", cause: "declared" }),
  answerSpoiled: (ceremony, input) => ceremony.happen({ type: "answer-spoiled", ...input }),
  shareHandled: (ceremony, { bag }) => ceremony.bagNewShare(bag),
  leaveShare: (ceremony) => ceremony.happen({ type: "leave-share" }),
  deliver: (ceremony, input) => ceremony.happen({ type: "deliver", ...input }),
  answerKeyPrinted: (ceremony, input) => ceremony.happen({ type: "answer-key-printed", ...input }),
  enterWrappingKey: (ceremony, { text }) => ceremony.readKeyBack(text),
  keyBagged: (ceremony, { bag }) => ceremony.bagKey(bag),
  toRecord: (ceremony) => ceremony.happen({ type: "to-record" }),
  writeKeystore: (ceremony, input) => ceremony.happen({ type: "write", ...input }),
  copyKeystore: (ceremony, input) => ceremony.happen({ type: "copy-keystore", ...input }),
  skipSecondCopy: (ceremony) => ceremony.happen({ type: "skip-second-copy" }),
} satisfies Partial<Carries<WritingCeremony, HeldCommand>>;
