import type { Result } from "../../contract/result";
import type { Carries, HeldCommand } from "../held";
import { readDisagreement } from "./closing";
import type { FrameEvent } from "./frame";

/** A ceremony whose frame takes events. */
export interface Framed {
  readonly frame: (event: FrameEvent) => Promise<Result<null>>;
  readonly retryRecord: () => Promise<Result<null>>;
  readonly endWithoutRecord: () => Promise<Result<null>>;
}

/** What each command means to the frame of a ceremony. */
export const frameCommands = {
  startCeremony: (at) => at.frame({ type: "start" }),
  firstHashWritten: (at) => at.frame({ type: "first-hash-written" }),
  compareClock: (at, input) => at.frame({ type: "clock-compared", ...input }),
  compareAppHash: (at, comparison) => at.frame({ type: "app-hash-compared", comparison }),
  lookAgain: (at) => at.frame({ type: "look-again" }),
  passPreflight: (at) => at.frame({ type: "pass-preflight" }),
  choosePage: (at) => at.frame({ type: "choose-page" }),
  printPage: (at, input) => at.frame({ type: "print-page", ...input }),
  leavePage: (at) => at.frame({ type: "leave-page" }),
  chooseSigner: (at, input) => at.frame({ type: "choose-signer", ...input }),
  signOff: (at, { disagreement }) =>
    at.frame({ type: "sign-off", disagreement: readDisagreement(disagreement) }),
  leaveSigning: (at) => at.frame({ type: "leave-signing" }),
  sealRecord: (at) => at.frame({ type: "seal" }),
  headWritten: (at) => at.frame({ type: "head-written" }),
  retryRecord: (at) => at.retryRecord(),
  endWithoutRecord: (at) => at.endWithoutRecord(),
} satisfies Partial<Carries<Framed, HeldCommand>>;
