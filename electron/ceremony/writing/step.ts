import type { Failure } from "../../contract/errors";
import type { Draft, FrozenPlan } from "../../contract/plan";
import type { Printer } from "../../contract/printers";
import type { Paper } from "../../contract/sheets";
import type { FrameTask } from "../proceedings/frame";
import type { CeremonyState, Run } from "./state";

/** What must be done outside before the next event. At most one is under way at a time. */
export type Task =
  | { readonly do: "try-places"; readonly draft: Draft; readonly sharedMediumAccepted: boolean }
  | { readonly do: "frame"; readonly task: FrameTask<FrozenPlan> }
  | { readonly do: "open-damaged"; readonly fingerprint: string }
  | { readonly do: "make"; readonly plan: FrozenPlan }
  | { readonly do: "list-printers"; readonly plan: FrozenPlan }
  | {
      readonly do: "print-proof";
      readonly plan: FrozenPlan;
      readonly paper: Paper;
      readonly printer: Printer;
    }
  | { readonly do: "print-share"; readonly index: number; readonly run: Run; readonly printer: Printer }
  | { readonly do: "print-blank"; readonly index: number; readonly run: Run; readonly printer: Printer }
  | { readonly do: "print-key"; readonly run: Run; readonly printer: Printer }
  | { readonly do: "deliver-file"; readonly plan: FrozenPlan; readonly path: string }
  | { readonly do: "write"; readonly plan: FrozenPlan; readonly path: string }
  | { readonly do: "copy-keystore"; readonly plan: FrozenPlan; readonly path: string }
  | { readonly do: "search" }
  | { readonly do: "remove-old" }
  | { readonly do: "clear" };

/** A transition's answer: the next state, a task it starts, or a refusal that changes nothing. */
export interface Step {
  readonly state: CeremonyState;
  readonly task?: Task;
  readonly refused?: Failure;
}

/** An event that does not belong to the state: nothing changes. */
export function notNow(state: CeremonyState): Step {
  return { state, refused: { code: "ceremony.not-now" } };
}
