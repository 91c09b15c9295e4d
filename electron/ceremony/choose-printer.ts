import type { PrintOrder } from "../contract/commands";
import type { PrintFailure } from "../contract/errors";
import type { Printer, Printers, PrintSetup } from "../contract/printers";
import { agreementOf, needsAgreement } from "../contract/printers";
import { fail, ok, type Result } from "../contract/result";

/** A printer, and the setup that remembers the choice. */
interface Chosen {
  readonly printer: Printer;
  readonly setup: PrintSetup;
}

/**
 * The printer that a secret sheet is ordered from. Fails where it is not listed, or where the way to it is not known
 * to be a cable and nobody has agreed to it yet; who agrees is not asked again in this ceremony. Pure.
 */
export function choosePrinter(
  printers: Printers,
  setup: PrintSetup,
  order: PrintOrder | null,
): Result<Chosen, PrintFailure> {
  const chosen = choosePrinterOfBlank(printers, setup, order);
  if (!chosen.ok || !needsAgreement(chosen.value.printer, setup)) return chosen;
  const { printer } = chosen.value;
  if (order?.reachAccepted !== true) return fail({ code: "print.confirm-reach", reach: printer.reach });
  return ok({ printer, setup: { ...chosen.value.setup, agreed: [...setup.agreed, agreementOf(printer)] } });
}

/** The printer that a sheet without a secret is ordered from: any that is listed. Pure. */
export function choosePrinterOfBlank(
  printers: Printers,
  setup: PrintSetup,
  order: PrintOrder | null,
): Result<Chosen, PrintFailure> {
  const printer = printers.found.find(({ id }) => id === order?.printer);
  if (order === null || printer === undefined) return fail({ code: whyNone(printers) });
  return ok({ printer, setup: { ...setup, printer: printer.id, paper: order.paper } });
}

function whyNone({
  found,
  silent,
}: Printers): "print.no-answer" | "print.no-printer" | "print.unknown-printer" {
  if (silent) return "print.no-answer";
  return found.length === 0 ? "print.no-printer" : "print.unknown-printer";
}
