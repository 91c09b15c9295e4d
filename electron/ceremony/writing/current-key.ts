import type { CurrentKey } from "../../contract/commands";
import { ok, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { readWrappingKeyFile } from "../../keystore/wrapping-key-file";
import { readWrappingKeyCode, readWrappingKeyText } from "../../keystore/wrapping-key-text";
import type { Opening } from "./opening";

/** Takes the Wrapping Key that a rotate replaces, from its file or its sheet, if it opens the keystore. */
export async function takeCurrentKey(given: CurrentKey, opening: Opening): Promise<Result<null>> {
  const key = await readKey(given, opening.opened.keystore.wrappingKey.bits);
  return key.ok ? opening.takeCurrentKey(key.value) : key;
}

async function readKey(given: CurrentKey, bits: 192 | 256): Promise<Result<SecretBytes>> {
  if (given.way === "typed") return readWrappingKeyText(given.text, bits);
  if (given.way === "code") return readWrappingKeyCode(given.text, bits);
  const file = await readWrappingKeyFile(given.path, bits);
  return file.ok ? ok(file.value.key) : file;
}
