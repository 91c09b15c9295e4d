import type { ClockFailure } from "./errors";

/**
 * Whether a text is a time as every document of this project writes it (FORMATS, Conventions): UTC, to the millisecond,
 * `2026-11-23T22:00:00.000Z`, of the years 2000 to 9999, and a real moment: no 30 February, no 24:00.
 */
export function isTime(text: string): boolean {
  if (!/^[2-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false;
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

/** A moment as a document writes it, or null where no document can: outside of the years 2000 to 9999. */
export function timeOf(moment: Date): string | null {
  const text = Number.isNaN(moment.getTime()) ? "" : moment.toISOString();
  return isTime(text) ? text : null;
}

/** A moment as a document writes it. Throws where none can: whoever makes a document has asked before (timeOf). */
export function writtenTime(moment: Date): string {
  const text = timeOf(moment);
  if (text === null) throw new RangeError("No document can hold this time.");
  return text;
}

/** That no document can hold what the clock says. */
export function clockFailure(moment: Date): ClockFailure {
  return {
    code: "ceremony.clock",
    year: Number.isNaN(moment.getTime()) ? null : moment.getUTCFullYear(),
  };
}
