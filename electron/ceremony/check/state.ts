import type { CheckedSheet } from "../../contract/check-views";
import type { Failure } from "../../contract/errors";
import type { Result } from "../../contract/result";
import type { EntryEvent, EntryState } from "../entry/entry";

/** Where a round of checks stands. */
export type CheckState =
  | { readonly step: "round"; readonly sheets: Sheets }
  | { readonly step: "sheet"; readonly sheets: Sheets; readonly index: number; readonly entry: EntryState }
  | { readonly step: "checked"; readonly sheets: Sheets; readonly index: number }
  | {
      readonly step: "custody";
      readonly sheets: Sheets;
      readonly savedTo: string | null;
      readonly problem: Failure | null;
    };

/** One a custodian, in the order of their index. */
export type Sheets = readonly CheckedSheet[];

/** What a person did, or how a search or the saving ended. `now` is UTC. */
export type CheckEvent =
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "absent"; readonly index: number; readonly now: string }
  | { readonly type: "leave" }
  | { readonly type: "bad"; readonly now: string }
  | { readonly type: "entry"; readonly event: EntryEvent; readonly now: string }
  | { readonly type: "checked" }
  | { readonly type: "end" }
  | { readonly type: "back" }
  | { readonly type: "saved"; readonly result: Result<string> };
