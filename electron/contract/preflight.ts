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

/** `red`: not to hold a production ceremony with. What cannot be told is `not-known`, never `good`. */
export type Verdict = "good" | "red" | "not-known";

/** What was found of one item. `found` is a sentence or a few, for people; nothing in it is invisible. */
export interface Finding {
  readonly id: PreflightItem;
  readonly what: string;
  readonly found: string;
  readonly verdict: Verdict;
}
