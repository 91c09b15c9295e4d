import { visible } from "../contract/escape";
import type { RecordedLine } from "../contract/record-facts";
import type { Line } from "./line";

/** Deeper than anything that this app notes. */
const DEPTH_LIMIT = 6;

/** A line as people read it, whatever its event: nothing invisible in it, and not shortened. */
export function inWords({ seq, time, actor, event, data }: Line): RecordedLine {
  return {
    seq,
    time,
    actor: visible(actor),
    event: visible(eventInWords(event)),
    text: visible(members(data, 0)),
  };
}

/** "wrapping-key.delivered" is "wrapping key delivered". */
function eventInWords(event: string): string {
  return event.replace(/[.-]/g, " ");
}

/** "parametersHash" is "parameters hash". */
function nameInWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * What is told first, in this order; the rest follows as it stands in the file, where canonical JSON has sorted it.
 * "Decided; expected; happened" would be told backwards.
 */
const TOLD_FIRST = [
  "index",
  "item",
  "verdict",
  "about",
  "expected",
  "happened",
  "decided",
  "decidedBy",
  "witnessedBy",
  "roles",
  "reason",
  "ceremony",
  "vaultName",
  "administrator",
  "witnesses",
  "custodians",
  "threshold",
];

function members(value: object, depth: number): string {
  const rank = (name: string) => (TOLD_FIRST.includes(name) ? TOLD_FIRST.indexOf(name) : TOLD_FIRST.length);
  return Object.entries(value)
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([name, member]) => `${nameInWords(name)}: ${inText(member, depth + 1)}`)
    .reduce((told, next) => (told === "" ? next : `${told}${/[.!?]$/.test(told) ? "" : ";"} ${next}`), "");
}

function inText(value: unknown, depth: number): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (depth > DEPTH_LIMIT) return "…";
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : value.map((one) => inText(one, depth + 1)).join(", ");
  }
  return `(${members(value, depth)})`;
}
