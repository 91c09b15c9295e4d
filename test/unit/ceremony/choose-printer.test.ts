import { expect, it } from "vitest";
import { choosePrinter } from "../../../electron/ceremony/choose-printer";
import type { PrinterReach } from "../../../electron/contract/errors";
import type { Printer, PrintSetup } from "../../../electron/contract/printers";
import { fail } from "../../../electron/contract/result";
import { ordered } from "./held-room";

const untouched: PrintSetup = { printer: null, paper: "a4", agreed: [] };

function tray(reach: PrinterReach): Printer {
  return { id: "Tray", name: "Tray", kind: "queue", reach };
}

/** The setup after an order of a page from the one printer there is, or why there is none. */
function choose(reach: PrinterReach, setup: PrintSetup, accepted: boolean) {
  const chosen = choosePrinter({ found: [tray(reach)], silent: false }, setup, ordered("Tray", accepted));
  return chosen.ok ? chosen.value.setup : chosen.error;
}

it.each(["program", "network", "file", "unknown"] as const)(
  "asks once whether a printer is meant: %s",
  (reach) => {
    expect(choose(reach, untouched, false)).toEqual({ code: "print.confirm-reach", reach });
    const agreed = choose(reach, untouched, true);
    expect(choose(reach, agreed as PrintSetup, false)).toEqual(agreed);
  },
);

it("asks nothing of a printer at a cable", () => {
  expect(choose("local", untouched, false)).toEqual({ ...untouched, printer: "Tray" });
});

it("says why there is none to choose", () => {
  const why = (found: readonly Printer[], silent: boolean) =>
    choosePrinter({ found, silent }, untouched, ordered("Other", true));
  expect(why([], false)).toEqual(fail({ code: "print.no-printer" }));
  expect(why([tray("local")], false)).toEqual(fail({ code: "print.unknown-printer" }));
  expect(why([], true)).toEqual(fail({ code: "print.no-answer" }));
  expect(why([tray("local")], true)).toEqual(fail({ code: "print.no-answer" }));
});

it("asks anew when a queue that was agreed to leads elsewhere by now", () => {
  const agreed = choose("network", untouched, true) as PrintSetup;
  expect(choose("file", agreed, false)).toEqual({ code: "print.confirm-reach", reach: "file" });
  expect(choose("file", choose("file", agreed, true) as PrintSetup, false)).toMatchObject({
    printer: "Tray",
  });
});
