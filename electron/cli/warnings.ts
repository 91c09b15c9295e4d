import type { KeystoreFile } from "../keystore/file";

/** What is not right about a file, though it can be used. */
export type Warning = keyof typeof sentences;

const sentences = {
  "keystore.readable-by-others": "Warning: others can read the keystore file. Its mode should be 0600.",
  "wrapping-key-file.readable-by-others":
    "Warning: others can read the Wrapping Key file. Its mode should be 0600; consider whether the key was seen.",
  "wrapping-key-file.same-medium":
    "Warning: keystore and Wrapping Key lie on one medium: whoever takes it has the vault. Move one of them.",
  "clock.behind-keystore":
    "Warning: this workstation’s clock is behind the keystore’s last change. The times in it are not in order.",
  "record.unsealed":
    "Warning: the keystore is written and proven, but its record is not whole, and has no seal. Note on paper what is missing.",
} as const;

/** What to say of a keystore's own file. */
export function warningsOf(file: Pick<KeystoreFile, "readableByOthers">): Warning[] {
  return file.readableByOthers ? ["keystore.readable-by-others"] : [];
}

/** The sentence of each. */
export function warningLines(warnings: readonly Warning[]): string[] {
  return warnings.map((warning) => sentences[warning]);
}
