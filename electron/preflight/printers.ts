import type { Printer, Printers } from "../contract/printers";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";

/**
 * Judges the printers that the caller found; null where nobody looked. Only a cable is good: pages hold shares. That a
 * print server does not answer is never taken for having no printer.
 */
export function judgePrinters(printers: Printers | null): Judgement {
  if (printers === null) return notKnown("Printers were not looked for.");
  const real = printers.found.filter(({ kind }) => kind !== "pdf-folder");
  const told = (how: string, ...reach: readonly Printer["reach"][]): readonly string[] => {
    const names = real.filter((printer) => reach.includes(printer.reach)).map(({ name }) => name);
    return names.length > 0 ? [`${how}: ${shortList(names)}.`] : [];
  };
  const away = told("Over a network or into a file", "network", "file");
  const unknown = [
    ...(printers.silent ? ["The print server (CUPS) does not answer. Start it and check again."] : []),
    ...told("Served by a program on this machine, as USB printers are by ipp-usb", "program"),
    ...told("Not known how they are reached", "unknown"),
  ];
  const text = [...away, ...unknown, ...told("By cable", "local")].join(" ");
  if (away.length > 0) return red(text);
  if (unknown.length > 0) return notKnown(text);
  return good(text || "There is no printer. Shares can be copied by hand.");
}
