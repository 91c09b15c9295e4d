import type { Carries, HeldCommand } from "../held";
import type { Generation } from "./generation";

/** What each command means to the generation: an event, or text for its custody. */
export const generateCommands = {
  planVault: (generation, input) => generation.happen({ type: "vault", ...input }),
  planPeople: (generation, input) => generation.happen({ type: "people", ...input }),
  planQuorum: (generation, input) => generation.happen({ type: "quorum", ...input }),
  planKey: (generation, input) => generation.happen({ type: "key", ...input }),
  planPlaces: (generation, input) => generation.happen({ type: "places", ...input }),
  back: (generation) => generation.happen({ type: "back" }),
  begin: (generation, { runtimeAccepted }) => generation.begin(runtimeAccepted),
  chooseShare: (generation, input) => generation.happen({ type: "choose", ...input }),
  custodianReady: (generation) => generation.happen({ type: "custodian-ready" }),
  printShare: (generation, input) => generation.happen({ type: "print", ...input }),
  answerPrinted: (generation, input) => generation.happen({ type: "answer-printed", ...input }),
  copyByHand: (generation) => generation.happen({ type: "copy-by-hand" }),
  copiedByHand: (generation) => generation.happen({ type: "copied-by-hand" }),
  enterWords: (generation, { position, text }) =>
    generation.readBack((readBack) => readBack.enter(position, text)),
  forgetWord: (generation, { position }) => generation.readBack((readBack) => readBack.forget(position)),
  forgetWords: (generation) => generation.readBack((readBack) => readBack.startOver()),
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
