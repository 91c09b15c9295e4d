import { useState } from "react";
import type { PrintOrder } from "../../electron/contract/commands";
import type { ChoosingPrinter, Printer } from "../../electron/contract/printers";
import { agreementOf, needsAgreement } from "../../electron/contract/printers";

/** What a person orders as far as they have chosen: what was chosen last stands until they change it. */
export interface Ordering {
  /** Null where there is no printer. */
  readonly order: PrintOrder | null;
  readonly printer: Printer | null;
  readonly change: (to: Partial<PrintOrder>) => void;
}

/** The order for the next sheet. Its printer is always one that is listed, and another one must be agreed to anew. */
export function usePrintOrder({ printers, setup }: ChoosingPrinter): Ordering {
  const [chosen, setChosen] = useState(setup.printer);
  const [paper, setPaper] = useState(setup.paper);
  const [accepted, setAccepted] = useState<string | null>(null);
  // The printers arrive a moment after the screen, and may change when they are looked for again.
  const safest = printers.found.find((one) => !needsAgreement(one, setup)) ?? printers.found[0] ?? null;
  const printer = printers.found.find(({ id }) => id === chosen) ?? safest;
  const change = (to: Partial<PrintOrder>) => {
    if (to.printer !== undefined) setChosen(to.printer);
    if (to.paper !== undefined) setPaper(to.paper);
    if (to.reachAccepted !== undefined)
      setAccepted(to.reachAccepted && printer ? agreementOf(printer) : null);
  };
  const order = printer && { printer: printer.id, paper, reachAccepted: accepted === agreementOf(printer) };
  return { order, printer, change };
}
