import { type AtRest, atRestOn } from "./block-devices";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import { type Mount, mountOf } from "./mounts";
import type { SystemFiles } from "./system-files";

/** A folder, and how what is written there comes to rest. */
export interface PlaceAtRest {
  readonly place: string;
  readonly atRest: AtRest;
}

/** Looks at what lies under each folder. `mounts` is null where the system does not tell what is mounted. */
export async function readDiskEncryption(
  system: SystemFiles,
  places: readonly string[],
  mounts: readonly Mount[] | null,
): Promise<readonly PlaceAtRest[]> {
  return Promise.all(
    places.map(async (place) => ({ place, atRest: await placeAtRest(system, place, mounts) })),
  );
}

async function placeAtRest(
  system: SystemFiles,
  place: string,
  mounts: readonly Mount[] | null,
): Promise<AtRest> {
  const folder = await system.target(place);
  const mount = folder === null ? null : mountOf(folder, mounts ?? []);
  return mount === null ? "unknown" : atRestOn(system, mount);
}

/** Red where one of the folders is on a disk that this system does not encrypt. */
export function judgeDiskEncryption(found: readonly PlaceAtRest[]): Judgement {
  const placesThat = (wanted: AtRest) =>
    found.filter(({ atRest }) => atRest === wanted).map(({ place }) => place);
  const plain = placesThat("plain");
  const unknown = placesThat("unknown");
  const sentences = [
    told("Not encrypted by this system", plain),
    told("Cannot be told", unknown),
    told("Encrypted", placesThat("encrypted")),
    told("In memory only", placesThat("memory")),
  ].filter((sentence) => sentence !== "");
  const text = sentences.join(" ");
  if (plain.length > 0) return red(text);
  return unknown.length > 0 || found.length === 0 ? notKnown(text || "No place was named.") : good(text);
}

function told(what: string, places: readonly string[]): string {
  return places.length === 0 ? "" : `${what}: ${shortList(places)}.`;
}
