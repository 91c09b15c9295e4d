import { vi } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";

/** Every SecretBytes that is made from here on. `vi.restoreAllMocks` ends the watch. */
export interface WatchedSecrets {
  /** The lengths of those that are not wiped. */
  readonly alive: () => readonly number[];
  readonly count: () => number;
}

export function watchSecrets(): WatchedSecrets {
  const made: SecretBytes[] = [];
  const { random, copyOf } = SecretBytes;
  const keep = (secret: SecretBytes) => {
    made.push(secret);
    return secret;
  };
  // `take` makes its copy with `copyOf`; there is no fourth way.
  vi.spyOn(SecretBytes, "random").mockImplementation((length) => keep(random.call(SecretBytes, length)));
  vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => keep(copyOf.call(SecretBytes, bytes)));
  return {
    alive: () => made.filter(({ wiped }) => !wiped).map(({ length }) => length),
    count: () => made.length,
  };
}
