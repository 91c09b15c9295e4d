import { placeNotes } from "../contract/place-notes";
import type { PlaceNote } from "../contract/plan";
import { masterKeyReplacementAdvised } from "../keystore/destroyed";
import type { KeystoreFile } from "../keystore/file";

/** What is not right about a file, though it can be used. */
export type Warning = keyof typeof sentences;

const sentences = {
  "keystore.readable-by-others": "Warning: others can read the keystore file. Its mode should be 0600.",
  "keystore.quorum-at-large":
    "Warning: of a retired share set so many sheets may still exist that, with an old copy of this keystore, they open " +
    "the vault. Have them destroyed before witnesses; until then replacing the Master Key is advised.",
  "wrapping-key-file.readable-by-others":
    "Warning: others can read the Wrapping Key file. Its mode should be 0600; consider whether the key was seen.",
  "wrapping-key-file.same-medium":
    "Warning: keystore and Wrapping Key lie on one medium: whoever takes it has the vault. Move one of them.",
  "clock.behind-keystore":
    "Warning: this workstation’s clock is behind the keystore’s last change. The times in it are not in order.",
  "record.unsealed":
    "Warning: the keystore is written and proven, but its record is not whole, and has no seal. Note on paper what is missing.",
} as const;

/** What to say of a keystore and its file. */
export function warningsOf({
  keystore,
  readableByOthers,
}: Pick<KeystoreFile, "keystore" | "readableByOthers">): Warning[] {
  return [
    ...(readableByOthers ? (["keystore.readable-by-others"] as const) : []),
    ...(masterKeyReplacementAdvised(keystore.retiredShareSets)
      ? (["keystore.quorum-at-large"] as const)
      : []),
  ];
}

/** What is to be known of the places before anything is written there, as lines for a terminal; empty where nothing is. */
export function placeNoteLines(notes: readonly PlaceNote[]): string {
  return notes.map((note) => `Before anything is written: ${placeNotes[note]}\n`).join("");
}

/** The sentence of each. */
export function warningLines(warnings: readonly Warning[]): string[] {
  return warnings.map((warning) => sentences[warning]);
}
