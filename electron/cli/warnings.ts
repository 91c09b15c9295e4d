import type { KeystoreFile } from "../keystore/file";

/** What is not right about a file, though it can be used. */
export type Warning = keyof typeof sentences;

const sentences = {
  "keystore.readable-by-others": "Warning: others can read the keystore file. Its mode should be 0600.",
  "wrapping-key-file.readable-by-others":
    "Warning: others can read the Wrapping Key file. Its mode should be 0600; consider whether the key was seen.",
} as const;

/** What to say of a keystore's own file. */
export function warningsOf(file: KeystoreFile): Warning[] {
  return file.readableByOthers ? ["keystore.readable-by-others"] : [];
}

/** The sentence of each. */
export function warningLines(warnings: readonly Warning[]): string[] {
  return warnings.map((warning) => sentences[warning]);
}
