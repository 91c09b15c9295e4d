import { good, type Judgement, notKnown, red, shortList } from "./judgement";

/** A folder, and the bytes that this user may still write there; null where they cannot be told. */
export interface PlaceSpace {
  readonly place: string;
  readonly bytes: number | null;
}

const MEBIBYTE = 2 ** 20;

/** A keystore of at most 4 MiB stands there twice while it is replaced, its record beside it. */
const NEEDED = 64 * MEBIBYTE;

/** Asks for the free space of each folder. */
export async function readFreeSpace(
  places: readonly string[],
  freeBytes: (folder: string) => Promise<number>,
): Promise<readonly PlaceSpace[]> {
  return Promise.all(
    places.map(async (place) => ({ place, bytes: await freeBytes(place).catch(() => null) })),
  );
}

/** Red where a keystore and a record might not fit. */
export function judgeFreeSpace(spaces: readonly PlaceSpace[]): Judgement {
  if (spaces.length === 0) return notKnown("No place was named.");
  const text = `Free: ${shortList(spaces.map(described))}.`;
  if (spaces.some(({ bytes }) => bytes !== null && bytes < NEEDED)) {
    return red(`${text} A ceremony needs ${inWords(NEEDED)} at each.`);
  }
  return spaces.some(({ bytes }) => bytes === null) ? notKnown(text) : good(text);
}

function described({ place, bytes }: PlaceSpace): string {
  return `${bytes === null ? "not known" : inWords(bytes)} at ${place}`;
}

function inWords(bytes: number): string {
  return bytes < 1024 * MEBIBYTE
    ? `${Math.floor(bytes / MEBIBYTE)} MiB`
    : `${Math.floor(bytes / (1024 * MEBIBYTE))} GiB`;
}
