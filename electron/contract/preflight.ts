/** What is looked at before a ceremony, in the order of a walk around the workstation, and what it is called. */
export const preflightItems = {
  network: "Network",
  radios: "Radios",
  "remote-session": "Remote session",
  "screen-sharing": "Screen sharing",
  "virtual-machine": "Virtual machine",
  swap: "Swap",
  "core-dumps": "Core dumps",
  "disk-encryption": "Disk encryption",
  storage: "Attached storage",
  "free-space": "Free space",
  printers: "Printers",
  clock: "Clock",
  runtime: "Runtime",
  "app-hash": "The app’s hash",
} as const;

export type PreflightItem = keyof typeof preflightItems;

/** `red` stops a production ceremony until an exception is recorded. What cannot be told is `not-known`, never `good`. */
export type Verdict = "good" | "red" | "not-known";

/** What was found of one item. `found` is a sentence or a few, for people; nothing in it is invisible. */
export interface Finding {
  readonly id: PreflightItem;
  readonly what: string;
  readonly found: string;
  readonly verdict: Verdict;
}

/** A departure from the script that people decided to live with, as it stands in the record. */
export interface Exception {
  /** A preflight item's id, or in plain words what else it is about. */
  readonly about: string;
  readonly expected: string;
  readonly happened: string;
  readonly decided: string;
  /** Who decided, by name. */
  readonly by: string;
  readonly witnessedBy: string;
}

/** A member that is empty, longer than `limit` characters, or not one line of characters that can be printed. */
export interface ExceptionFailure {
  readonly code: "exception.text";
  readonly member: keyof Exception;
  readonly limit: number;
}
