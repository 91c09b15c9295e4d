import { readFileSync } from "node:fs";
import type { Keystore } from "../../../electron/keystore/document";

export interface VectorShare {
  readonly payload: string;
  readonly commitment: string;
  readonly words: string;
  readonly qr: string;
}

/** A vault of an independent implementation, with its keys in hex. */
export interface VectorVault {
  readonly keystore: Keystore;
  readonly masterKey: string;
  readonly wrappingKey: string;
  readonly recoveryKey: string;
  readonly shares: readonly VectorShare[];
}

const file = new URL("../../vectors/keystores.json", import.meta.url);

/** Three: 3 of 5; 2 of 3 in the databunker profile with a name beyond ASCII; a rehearsal's 5 of 5. */
export const vaults: readonly VectorVault[] = JSON.parse(readFileSync(file, "utf8")).vaults;

export function vault(position: 0 | 1 | 2): VectorVault {
  const found = vaults[position];
  if (found === undefined) throw new Error("The vectors hold three vaults.");
  return found;
}

/** A vector's document as its file would hold it. */
export function textOf({ keystore }: Pick<VectorVault, "keystore">): string {
  return `${JSON.stringify(keystore, null, 2)}\n`;
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
