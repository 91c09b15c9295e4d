import { inFours } from "./fours";
import { type BesideFacts, LOOK_LIMIT } from "./keystore-facts";
import type { Renews } from "./renewal";
import { quoted } from "./wording";

/** A time of FORMATS as it is read aloud: date and minute. */
export function aloud(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

/** What is said aloud of a sound keystore. */
export interface Dated {
  readonly generation: number;
  readonly updatedAt: string;
}

/** The generation of a sound keystore, and its date. */
export function dated({ generation, updatedAt }: Dated): string {
  return `${generation}, last changed ${aloud(updatedAt)}`;
}

/** The generation that a ceremony starts from, and its date: whoever was at a later one objects when they hear it. */
export function generationAloud(renews: Renews): string {
  if (renews.kind !== "recover-damaged") return dated(renews.keystore);
  const { generation, updatedAt } = renews.damaged;
  return (
    `${generation ?? "Unreadable"}, last changed ${updatedAt === null ? "at an unreadable time" : aloud(updatedAt)}, ` +
    "as the damaged file says: nothing proves it"
  );
}

/** What is said of each keystore beside the one at hand, but for a later generation of it: a paragraph each, or none. */
export function besideSentences({ forks, forgeries, damaged, unseen }: BesideFacts): readonly string[] {
  return [
    ...forks.map(
      ({ path, generation, updatedAt }) =>
        `${quoted(path)} is another keystore of this vault with the same generation, ${generation}, last changed ` +
        `${aloud(updatedAt)}. Only one of the two is the vault’s. Find out which one it runs on before you renew either.`,
    ),
    ...forgeries.map(
      ({ path, vaultFingerprint }) =>
        `${quoted(path)} names this vault, but its vault fingerprint is ${inFours(vaultFingerprint)}. ` +
        "One of the two is not the vault’s. Compare both fingerprints with a share sheet.",
    ),
    ...damaged.map(
      ({ path, generation }) =>
        `${quoted(path)} is a damaged keystore of this vault, ` +
        (generation === null
          ? "and its generation cannot be read. "
          : `and says that it is generation ${generation}, a later one. Nothing proves that. `) +
        "Find out which one was used last.",
    ),
    ...(unseen
      ? [
          `This folder holds more than the app looks at (${LOOK_LIMIT.files} files, ${LOOK_LIMIT.bytes / 1024 / 1024} MiB), ` +
            "or files that you may not read. A newer keystore may lie there unseen. Keep the keystore in a folder of its own.",
        ]
      : []),
  ];
}
