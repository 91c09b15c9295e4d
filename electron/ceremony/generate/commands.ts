import type { CommandName, Input } from "../../contract/commands";
import type { Result } from "../../contract/result";
import type { WorkstationView } from "../../contract/views";
import type { Generation } from "./generation";

/** The commands that belong to a generation under way and are answered with a view. */
export type GenerateCommand = Exclude<
  CommandName,
  | "getView"
  | "goHome"
  | "pickPath"
  | "openKeystore"
  | "removeUnfinished"
  | "dismissUnfinished"
  | "startGenerate"
  | "revealWords"
  | "askAbort"
  | "keepGoing"
  | "abort"
>;

type Carries<N extends CommandName> = (
  generation: Generation,
  input: Input<N>,
  workstation: WorkstationView,
) => Promise<Result<null>>;

/** What each command means to the generation: an event, or text for its custody. */
export const carryOut: { readonly [N in GenerateCommand]: Carries<N> } = {
  planVault: (generation, input) => generation.happen({ type: "vault", ...input }),
  planPeople: (generation, input) => generation.happen({ type: "people", ...input }),
  planQuorum: (generation, input) => generation.happen({ type: "quorum", ...input }),
  planKey: (generation, input) => generation.happen({ type: "key", ...input }),
  planPlaces: (generation, input) => generation.happen({ type: "places", ...input }),
  back: (generation) => generation.happen({ type: "back" }),
  begin: (generation, { runtimeAccepted }, { oldRuntime, sandboxed }) =>
    generation.happen({ type: "begin", runtimeAccepted, runtimeSound: !oldRuntime && sandboxed }),
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
};
