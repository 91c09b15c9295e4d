import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Keystore } from "../../../electron/keystore/document";
import { temporaryFolder } from "../files/temporary-folder";
import { textOf, type VectorVault, vault } from "../keystore/vectors";
import { type FoundRecord, recordsIn } from "../record/found-records";

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** A vector's keystore and Wrapping Key as files in a folder of their own. */
export interface VaultFolder {
  readonly folder: string;
  readonly keystore: string;
  readonly key: string;
  /** Where a new Wrapping Key goes. */
  readonly out: string;
  /** Each share, words and QR texts by turns. */
  readonly shares: readonly string[];
  /** The names of all files, a ceremony's id in them written as ID. */
  readonly names: () => Promise<readonly string[]>;
  /** A file's text. */
  readonly text: (name: string) => Promise<string>;
  /** The ceremonies' records that stand there, the oldest first. */
  readonly records: () => Promise<readonly FoundRecord[]>;
  /** The keystore that stands there now. */
  readonly current: () => Promise<Keystore>;
}

export async function vaultFolder(vector: VectorVault = vault(0)): Promise<VaultFolder> {
  const folder = await temporaryFolder();
  const keystore = join(folder, "keystore.json");
  const key = join(folder, "old-key.txt");
  await writeFile(keystore, textOf(vector), { mode: 0o600 });
  await writeFile(key, vector.wrappingKey, { mode: 0o600 });
  const text = (name: string) => readFile(join(folder, name), "utf8");
  return {
    folder,
    keystore,
    key,
    out: join(folder, "new-key.txt"),
    shares: vector.shares.map(({ words, qr }, at) => (at % 2 === 0 ? words : qr)),
    names: async () => (await readdir(folder)).map((name) => name.replace(ID, "ID")).sort(),
    records: () => recordsIn(folder),
    text,
    current: async () => JSON.parse(await text("keystore.json")),
  };
}
