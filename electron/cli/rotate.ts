import { generationOpenedBy } from "../ceremony/renewal/copies-beside";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { openWithWrappingKey } from "../keystore/open";
import { readWrappingKeyFile } from "../keystore/wrapping-key-file";
import { type Answer, refused } from "./answer";
import type { RotateRequest } from "./arguments";
import { type OpenVault, renew } from "./renewal";
import type { Terminal } from "./run";
import { withOlderGeneration } from "./where-things-stand";

/** `rotate`: gives the vault a new Wrapping Key by the present one. */
export async function rotate(request: RotateRequest, terminal: Terminal): Promise<Answer> {
  const ended = terminal.endRequested();
  const openVault: OpenVault = (opened) => openWithFile(opened, request.wrappingKeyFile);
  return renew({ kind: "rotate", request, ended, openVault });
}

async function openWithFile(opened: OpenedKeystore, path: string): ReturnType<OpenVault> {
  const file = await readWrappingKeyFile(path, null);
  if (!file.ok) return { answer: refused(file.error) };
  const { key } = file.value;
  try {
    const masterKey = openWithWrappingKey(opened.keystore, key);
    if (masterKey.ok) return { vault: { masterKey: masterKey.value, lines: [], facts: {} } };
    const older = await generationOpenedBy(opened.path, key);
    return { answer: withOlderGeneration(refused(masterKey.error), older, opened) };
  } finally {
    key.wipe();
  }
}
