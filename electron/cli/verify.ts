import { ok, type Result } from "../contract/result";
import type { SecretBytes } from "../crypto/secret-bytes";
import type { Keystore } from "../keystore/document";
import { fingerprintOf } from "../keystore/facts";
import { isReadableByOthers, readKeystoreFile } from "../keystore/file";
import { openWithWrappingKey } from "../keystore/open";
import { type Answer, refused } from "./answer";
import { toldBeside } from "./beside-lines";
import { generationLine, vaultLines } from "./keystore-lines";
import { keyRefused, readKey } from "./read-key";
import type { Terminal } from "./run";
import { type Warning, warningLines, warningsOf } from "./warnings";
import { withSoundCopies } from "./where-things-stand";
import { notEntered } from "./with-shares";

/**
 * `verify`: opens a keystore with the Wrapping Key in a file, or from standard input, proves that it is the vault's, and
 * wipes both.
 */
export async function verify(path: string, wrappingKeyFile: string, terminal: Terminal): Promise<Answer> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return withSoundCopies(refused(read.error), path);
  const { keystore } = read.value;
  const ended = terminal.endRequested();
  const file = await readKey(wrappingKeyFile, keystore.wrappingKey.bits, terminal, ended);
  if (file === null) return notEntered("stopped");
  if (!file.ok) return keyRefused(file.error);
  const opened = openAndWipe(keystore, file.value.key);
  if (!opened.ok) return refused(opened.error);
  const warnings: Warning[] = [
    ...warningsOf(read.value),
    ...(isReadableByOthers(file.value.mode) ? (["wrapping-key-file.readable-by-others"] as const) : []),
  ];
  const beside = await toldBeside(path, keystore);
  return {
    ok: true,
    code: "keystore.opens",
    facts: {
      vault: keystore.vault,
      practice: keystore.practice,
      generation: keystore.generation,
      vaultFingerprint: fingerprintOf(keystore),
      ...beside.facts,
      warnings,
    },
    lines: [
      ...vaultLines(keystore),
      generationLine(keystore),
      "This Wrapping Key opens this keystore. The seal holds, and the Master Key is the vault’s.",
      ...warningLines(warnings),
      ...beside.lines,
    ],
  };
}

/** Whether the key opens the keystore; neither it nor what it opened is kept. */
function openAndWipe(keystore: Keystore, key: SecretBytes): Result<null> {
  try {
    const opened = openWithWrappingKey(keystore, key);
    if (!opened.ok) return opened;
    opened.value.wipe();
    return ok(null);
  } finally {
    key.wipe();
  }
}
