import type { PrintFailure } from "./errors";
import { counted, quoted, type Sentences } from "./wording";

export const printSentences: Sentences<PrintFailure> = {
  "print.no-printer": () =>
    "No printer was found. Nothing was printed. Connect one and look again, or let the custodian copy the words by hand.",
  "print.unknown-printer": () =>
    "This printer is no longer there. Nothing was printed. Choose one from the list.",
  "print.failed": ({ reason }) =>
    `The printer did not take the sheet (${quoted(reason)}). ` +
    "A part of it may still come out: look at the printer, and destroy what does. Then print again.",
  "print.not-one-page": ({ pages }) =>
    `The sheet would take ${counted(pages, "page")} instead of one. Nothing was printed. ` +
    "Shorten the longest names, or let the custodian copy the words by hand.",
};
