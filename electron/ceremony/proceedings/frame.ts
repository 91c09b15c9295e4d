import type { Printer } from "../../contract/printers";
import type { Paper } from "../../contract/sheets";
import type { ClosingEvent } from "./closing";
import type { OpeningEvent } from "./opening";

/** What must be done outside for the frame of a ceremony. `plan` is its frozen plan. */
export type FrameTask<P> =
  | { readonly do: "list-printers"; readonly plan: P }
  | {
      readonly do: "print-page";
      readonly page: "script" | "record";
      readonly plan: P;
      readonly paper: Paper;
      readonly printer: Printer;
    }
  | { readonly do: "open-record"; readonly plan: P }
  | { readonly do: "look"; readonly plan: P }
  | { readonly do: "seal"; readonly plan: P; readonly last: readonly LastWord[] };

/** What stands in a record right before its seal: who did not sign, and how the ceremony ended. */
export type LastWord =
  | { readonly event: "sign-off.absent"; readonly names: readonly string[] }
  | { readonly event: "ceremony.ended" };

/** What people do in the frame of a ceremony, and how its tasks have ended. */
export type FrameEvent = OpeningEvent | ClosingEvent;
