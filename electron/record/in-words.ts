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

function members(value: object, depth: number): string {
  return Object.entries(value)
    .map(([name, member]) => `${nameInWords(name)}: ${inText(member, depth + 1)}`)
    .join("; ");
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
