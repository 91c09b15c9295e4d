import type { Printer } from "../contract/printers";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";

/** Judges the printers that the caller found; null where nobody looked. Only a cable is good: pages hold shares. */
export function judgePrinters(printers: readonly Printer[] | null): Judgement {
  if (printers === null) return notKnown("Printers were not looked for.");
  const real = printers.filter(({ kind }) => kind !== "pdf-folder");
  const namesThat = (...reach: readonly Printer["reach"][]) =>
    real.filter((printer) => reach.includes(printer.reach)).map(({ name }) => name);
  const away = namesThat("network", "file");
  const unknown = namesThat("unknown");
  const text = [
    ...(away.length > 0 ? [`Over a network or into a file: ${shortList(away)}.`] : []),
    ...(unknown.length > 0 ? [`Not known how they are reached: ${shortList(unknown)}.`] : []),
    ...told(namesThat("local")),
  ].join(" ");
  if (away.length > 0) return red(text);
  if (unknown.length > 0) return notKnown(text);
  return good(text || "There is no printer. Shares can be copied by hand.");
}

function told(local: readonly string[]): readonly string[] {
  return local.length > 0 ? [`By cable: ${shortList(local)}.`] : [];
}
