import type { KnownSets } from "../share/repair/repair";

/** What a worker is started with. It wipes `entered`, which is its own. */
export interface WorkerTask {
  /** 31 or 30 numbers of 16 bits, `UNREADABLE` for `?`. */
  readonly entered: ArrayBuffer;
  readonly known: KnownSets | null;
}

/** To a worker: search this part of the plan (its position), or wipe everything and end. */
export type ToWorker = { readonly part: number } | "end";

/**
 * From a worker: that part is searched, and these payloads (39 bytes each, now the receiver's) were found.
 */
export interface FromWorker {
  readonly part: number;
  readonly payloads: readonly ArrayBuffer[];
}
