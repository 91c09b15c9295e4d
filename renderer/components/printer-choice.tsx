import { aboutReach } from "../../electron/contract/print-sentences";
import type { ChoosingPrinter, Printer } from "../../electron/contract/printers";
import { needsAgreement } from "../../electron/contract/printers";
import type { Paper } from "../../electron/contract/sheets";
import { act } from "../bridge";
import { Button } from "./buttons";
import { Choice } from "./choice";
import { Confirmation } from "./confirmation";
import type { Ordering } from "./print-order";

const queues: Readonly<Record<Printer["reach"], string>> = {
  local: "Connected to this machine. The page goes straight to it.",
  program:
    "Served by a program on this machine, as USB printers are by ipp-usb. Where it sends the pages is not known.",
  network: "Reached over a network.",
  file: "Writes its pages to files.",
  unknown: "How it is reached is not known.",
};

const noAnswer =
  "The print server (CUPS) does not answer. Which printers this machine has is not known. Start CUPS, then look again.";

const papers: readonly { readonly value: Paper; readonly label: string }[] = [
  { value: "a4", label: "A4" },
  { value: "letter", label: "US Letter" },
];

interface PrinterChoiceProps {
  readonly view: ChoosingPrinter;
  readonly ordering: Ordering;
}

/** Which printer a page goes to, by name, and on what paper. A printer that is not known to be reached by a cable is agreed to. */
export function PrinterChoice({ view, ordering }: PrinterChoiceProps) {
  const { printers, listing, setup } = view;
  const { order, printer, change } = ordering;
  return (
    <>
      {printer === null || order === null ? (
        <p className="note">{whyNone(view)}</p>
      ) : (
        <>
          {printers.silent && <p className="note">{noAnswer}</p>}
          <Choice
            legend="Printer"
            first
            value={printer.id}
            onChange={(id) => change({ printer: id })}
            options={printers.found.map((one) => ({
              value: one.id,
              label: <bdi>{one.name}</bdi>,
              description: descriptionOf(one),
            }))}
          />
          <Choice
            inRow
            legend="Paper"
            value={order.paper}
            onChange={(paper) => change({ paper })}
            options={papers}
          />
          {needsAgreement(printer, setup) && (
            <Confirmation
              checked={order.reachAccepted}
              onChange={(reachAccepted) => change({ reachAccepted })}
            >
              {aboutReach[printer.reach]} I accept that.
            </Confirmation>
          )}
        </>
      )}
      <Button kind="quiet" onPress={() => void act("findPrinters", null)} disabled={listing}>
        Look for printers again
      </Button>
    </>
  );
}

function whyNone({ printers, listing }: ChoosingPrinter): string {
  if (listing) return "Looking for printers …";
  return printers.silent ? noAnswer : "No printer was found on this machine.";
}

function descriptionOf({ kind, reach }: Printer): string {
  switch (kind) {
    case "queue":
      return queues[reach];
    case "dialog":
      return "The system asks which printer to use.";
    case "pdf-folder":
      return "Written as a PDF file instead of on paper. In a rehearsal only.";
  }
}
