import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** How often a name was given to something, or taken away, since the watch began. */
export interface NameWatch {
  readonly changes: () => number;
  readonly close: () => void;
}

/**
 * Watches whether the name `path` is given to another file, or taken away: what nothing else tells once it is over. Tells only
 * of this machine's own programs; and of none where the system cannot watch. The system tells in a later turn of the event loop.
 */
export function watchName(path: string): NameWatch {
  const name = basename(path);
  let changes = 0;
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(dirname(path), { persistent: false }, (kind, changed) => {
      if (kind === "rename" && changed === name) changes += 1;
    });
    // A watch that ends, with its medium for example, tells no more.
    watcher.on("error", () => undefined);
  } catch {
    // The number of watches can be used up.
  }
  return { changes: () => changes, close: () => watcher?.close() };
}
