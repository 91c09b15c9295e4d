import type { PrintOrder } from "../../contract/commands";
import type { Failure } from "../../contract/errors";
import type { Printer, Printers, PrintSetup, PrintTraces } from "../../contract/printers";
import { noPrinters } from "../../contract/printers";
import type { Result } from "../../contract/result";
import { choosePrinter } from "../choose-printer";
import type { FrameEvent } from "./frame";

/** A script or a record is being put on paper: a printer is chosen, or prints. */
export interface Page {
  readonly printers: Printers;
  readonly listing: boolean;
  /** The printer that it was sent to. */
  readonly printing: Printer | null;
  readonly problem: Failure | null;
}

/** What a person does about a page, or how its printing ended. */
export type PageEvent =
  | { readonly type: "choose-page" | "leave-page" | "find-printers" }
  | { readonly type: "printers"; readonly printers: Printers }
  | ({ readonly type: "print-page" } & PrintOrder)
  | { readonly type: "page-printed"; readonly result: Result<PrintTraces | null> };

/** What becomes of a page. `page` is null where it was left; `printed` where it came out. */
export interface PageStep {
  readonly page: Page | null;
  readonly setup: PrintSetup;
  readonly printed: boolean;
  readonly task: "list-printers" | { readonly printer: Printer } | null;
}

/** The printing of a script or a record, as one pure function. Null: the event does not belong here. */
export function paging(page: Page | null, setup: PrintSetup, event: FrameEvent): PageStep | null {
  const step = (next: Page | null, rest: Partial<PageStep> = {}): PageStep => ({
    page: next,
    setup,
    printed: false,
    task: null,
    ...rest,
  });
  if (page === null) {
    if (event.type !== "choose-page") return null;
    return step(
      { printers: noPrinters, listing: true, printing: null, problem: null },
      { task: "list-printers" },
    );
  }
  if (page.printing !== null) {
    if (event.type !== "page-printed") return null;
    return event.result.ok
      ? step(null, { printed: true })
      : step({ ...page, printing: null, problem: event.result.error });
  }
  if (page.listing) {
    return event.type === "printers" ? step({ ...page, printers: event.printers, listing: false }) : null;
  }
  switch (event.type) {
    case "find-printers":
      return step({ ...page, listing: true, problem: null }, { task: "list-printers" });
    case "print-page": {
      const chosen = choosePrinter(page.printers, setup, event);
      if (!chosen.ok) return step({ ...page, problem: chosen.error });
      const { printer } = chosen.value;
      return step(
        { ...page, printing: printer, problem: null },
        { setup: chosen.value.setup, task: { printer } },
      );
    }
    case "leave-page":
      return step(null);
    default:
      return null;
  }
}
