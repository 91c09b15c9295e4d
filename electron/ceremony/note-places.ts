import type { PlaceNote } from "../contract/plan";
import type { Place, TakenPlace } from "../files/try-place";

/**
 * What people should know before anything is written to places that were tried (FORMATS §3, Writing). `key` is null
 * when the Wrapping Key goes on paper.
 */
export function notePlaces(keystore: Place | TakenPlace, key: Place | null): readonly PlaceNote[] {
  const notes: PlaceNote[] = [];
  if (!keystore.modes) notes.push("keystore-no-modes");
  if (!keystore.links) notes.push("keystore-no-links");
  if (!keystore.folderFlush) notes.push("keystore-no-flush");
  if ("owner" in keystore && !keystore.owner) notes.push("keystore-other-owner");
  if ("narrower" in keystore && keystore.narrower) notes.push("keystore-fewer-readers");
  if (key !== null && !key.modes) notes.push("key-no-modes");
  if (key !== null && !key.folderFlush) notes.push("key-no-flush");
  if (key?.medium === keystore.medium) notes.push("same-medium");
  return notes;
}
