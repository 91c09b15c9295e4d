import type { CheckedSheet, CheckPlan } from "../../contract/check-views";
import type { Failure } from "../../contract/errors";
import type { PrintSetup } from "../../contract/printers";
import type { Result } from "../../contract/result";
import type { EntryEvent, EntryState } from "../entry/entry";
import type { Bagged, Bags } from "../proceedings/bags";
import type { ClosingState } from "../proceedings/closing";
import type { FrameEvent } from "../proceedings/frame";
import type { Framed, OpeningState } from "../proceedings/opening";

/** Where a round of checks stands. */
export type CheckState = Planning | Opening | Rounds | Closing;

/** It is said who takes part. */
export interface Planning {
  readonly step: "people";
  readonly sheets: Sheets;
  readonly setup: PrintSetup;
  readonly typed: TypedPeople;
  readonly problem: Failure | null;
}

export type Opening = OpeningState<CheckPlan> & { readonly sheets: Sheets };

/** The record is open, and sheet after sheet is looked at. */
export type Rounds = Round &
  (
    | { readonly step: "round" }
    | { readonly step: "sheet"; readonly index: number; readonly entry: EntryState }
    | { readonly step: "checked"; readonly index: number; readonly problem: Failure | null }
    | { readonly step: "custody"; readonly savedTo: string | null; readonly problem: Failure | null }
  );

export interface Round extends Framed<CheckPlan> {
  readonly sheets: Sheets;
  readonly bags: Bags;
}

export type Closing = ClosingState<CheckPlan, null>;

/** One a custodian, in the order of their index. */
export type Sheets = readonly CheckedSheet[];

export type TypedPeople = Pick<CheckPlan, "administrator" | "witnesses">;

/** What a person did, or how a search or the saving ended. `now` is UTC. */
export type CheckEvent =
  | { readonly type: "planned"; readonly typed: TypedPeople; readonly result: Result<CheckPlan> }
  | { readonly type: "back-to-people" }
  | { readonly type: "frame"; readonly event: FrameEvent }
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "absent"; readonly index: number; readonly now: string }
  | { readonly type: "leave" }
  | { readonly type: "bad"; readonly now: string }
  | { readonly type: "entry"; readonly event: EntryEvent; readonly now: string }
  | { readonly type: "checked"; readonly result: Result<Bagged> }
  | { readonly type: "end" }
  | { readonly type: "back" }
  | { readonly type: "saved"; readonly result: Result<string> }
  | { readonly type: "abort" };
