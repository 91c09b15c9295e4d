import { expect, it } from "vitest";
import { noPrinters, type Printer } from "../../../electron/contract/printers";
import { judgePrinters } from "../../../electron/preflight/printers";

const printer = (name: string, reach: Printer["reach"], kind: Printer["kind"] = "queue"): Printer => ({
  id: name,
  name,
  kind,
  reach,
});
const cable = printer("Laser", "local");

/** The judgement of a print server that answered, or of one that did not. */
const judge = (found: readonly Printer[], silent = false) => judgePrinters({ found, silent });

it("is good with printers at a cable, and without any", () => {
  expect(judge([cable])).toEqual({ verdict: "good", found: "By cable: Laser." });
  expect(judgePrinters(noPrinters)).toMatchObject({ verdict: "good" });
  expect(judge([printer("PDF files", "file", "pdf-folder")])).toMatchObject({ verdict: "good" });
});

it.each(["network", "file"] as const)("is red with one that is reached over a %s", (reach) => {
  expect(judge([cable, printer("Office", reach)])).toEqual({
    verdict: "red",
    found: "Over a network or into a file: Office. By cable: Laser.",
  });
});

it("is not known where nobody looked, or the system does not say", () => {
  expect(judgePrinters(null)).toMatchObject({ verdict: "not-known" });
  expect(judge([printer("System dialog", "unknown", "dialog"), cable])).toEqual({
    verdict: "not-known",
    found: "Not known how they are reached: System dialog. By cable: Laser.",
  });
});

it("is not known of a printer that a program of this machine serves", () => {
  expect(judge([printer("Multi", "program"), cable])).toEqual({
    verdict: "not-known",
    found: "Served by a program on this machine, as USB printers are by ipp-usb: Multi. By cable: Laser.",
  });
  expect(judge([printer("Multi", "program"), printer("Office", "network")])).toMatchObject({
    verdict: "red",
  });
});

it("is never good where the print server does not answer", () => {
  const silent = "The print server (CUPS) does not answer. Start it and check again.";
  expect(judge([], true)).toEqual({ verdict: "not-known", found: silent });
  expect(judge([cable], true)).toEqual({ verdict: "not-known", found: `${silent} By cable: Laser.` });
  expect(judge([printer("Office", "network")], true)).toMatchObject({
    verdict: "red",
    found: expect.stringContaining(silent),
  });
});
