import { quoted } from "./wording";

/** What people must know though the keystore is written and proven, and what they do about it. */
export type AfterWriting =
  | { readonly what: "lock-left"; readonly path: string }
  /** Something else wrote to the keystore as it was being replaced; `keptAs` holds that, or null where it is lost. */
  | { readonly what: "other-write"; readonly path: string; readonly keptAs: string | null };

/** The sentence for it. */
export function afterWritingSentence(told: AfterWriting): string {
  switch (told.what) {
    case "lock-left":
      return (
        `The lock ${quoted(told.path)} could not be removed. The keystore is written and checked all the same. ` +
        "Remove that file when the medium can be written to again: until then another workstation takes the keystore to be in use."
      );
    case "other-write":
      return told.keptAs === null
        ? `In the moment in which ${quoted(told.path)} was replaced, another program put a file of its own under that name, or ` +
            "took it away. The new keystore is there, and nothing of the other file is left. Find out which program that was."
        : `In the moment in which ${quoted(told.path)} was replaced, another program wrote to it. The new keystore is there, and ` +
            `what the other program wrote is kept as ${quoted(told.keptAs)}. Find out which program that was, and whether you need it.`;
  }
}
