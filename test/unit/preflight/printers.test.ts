import { expect, it } from "vitest";
import type { Printer } from "../../../electron/contract/printers";
import { judgePrinters } from "../../../electron/preflight/printers";

const printer = (name: string, reach: Printer["reach"], kind: Printer["kind"] = "queue"): Printer => ({
  id: name,
  name,
  kind,
  reach,
});
const cable = printer("Laser", "local");

it("is good with printers at a cable, and without any", () => {
  expect(judgePrinters([cable])).toEqual({ verdict: "good", found: "By cable: Laser." });
  expect(judgePrinters([])).toMatchObject({ verdict: "good" });
  expect(judgePrinters([printer("PDF files", "file", "pdf-folder")])).toMatchObject({ verdict: "good" });
});

it.each(["network", "file"] as const)("is red with one that is reached over a %s", (reach) => {
  expect(judgePrinters([cable, printer("Office", reach)])).toEqual({
    verdict: "red",
    found: "Over a network or into a file: Office. By cable: Laser.",
  });
});

it("is not known where nobody looked, or the system does not say", () => {
  expect(judgePrinters(null)).toMatchObject({ verdict: "not-known" });
  expect(judgePrinters([printer("System dialog", "unknown", "dialog"), cable])).toEqual({
    verdict: "not-known",
    found: "Not known how they are reached: System dialog. By cable: Laser.",
  });
});
