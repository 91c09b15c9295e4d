import type { PrinterReach, PrintFailure } from "./errors";
import { counted, quoted, type Sentences, wordsAt } from "./wording";

export const printSentences: Sentences<PrintFailure> = {
  "print.no-printer": () =>
    "No printer was found. Nothing was printed. Connect one and look again, or let the custodian copy the words by hand.",
  "print.no-answer": () =>
    "The print server (CUPS) does not answer. Nothing was printed. Start it and look again, or let the custodian copy the words by hand.",
  "print.unknown-printer": () =>
    "This printer is no longer there. Nothing was printed. Choose one from the list.",
  "print.confirm-reach": ({ reach }) =>
    `${aboutReach[reach]} Nothing was printed. Confirm that this is wanted, or choose another printer.`,
  "print.failed": ({ reason }) =>
    `The printer did not take the sheet (${quoted(reason)}). ` +
    "A part of it may still come out: look at the printer, and destroy what does. Then print again.",
  "print.not-finished": ({ job, cancelled }) =>
    cancelled
      ? `The printer did not finish the page, and the job ${quoted(job)} was cancelled. ` +
        "A part of it may have come out: look at the printer, and destroy what did. Then print again."
      : `The printer did not finish the page, and the job ${quoted(job)} could not be cancelled. ` +
        "It may still come out: cancel it at the printer, or switch the printer off. Then look at what came out.",
  "print.not-one-page": ({ pages }) =>
    `The sheet would take ${counted(pages, "page")} instead of one. Nothing was printed. ` +
    "Shorten the longest names, or let the custodian copy the words by hand.",
  "print.proof-words": ({ positions }) =>
    `${wordsAt(positions)} ${positions.length === 1 ? "is" : "are"} not what the page should say. ` +
    "The printer is not proven yet. Look at the page: enter what stands there, or print it again.",
  "print.proof-code": () =>
    "This code is not the one on the proof page that was printed last. The printer is not proven yet. " +
    "Scan that page, or type its words.",
};

/** What a printer's way means for a secret sheet, for the failure and for the screen that asks beforehand. */
export const aboutReach: Readonly<Record<PrinterReach, string>> = {
  local: "This printer is connected to this machine.",
  program:
    "This printer is served by a program on this machine, as USB printers are by ipp-usb. Whether that program sends the sheets on over a network is not known.",
  network:
    "This printer is reached over a network: the content of every sheet travels through it, and other machines may keep a copy.",
  file: "This printer writes its pages to files instead of on paper: whoever reads them has what they say.",
  unknown:
    "The system does not say how this printer is reached: it may be over a network, or write to files.",
};
