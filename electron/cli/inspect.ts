import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import type { Keystore } from "../keystore/document";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { type Answer, refused } from "./answer";
import { toldBeside } from "./beside-lines";
import { fact, vaultLines } from "./keystore-lines";
import { warningLines, warningsOf } from "./warnings";
import { withSoundCopies } from "./where-things-stand";

/** `inspect`: the public facts of a keystore, its seal verified. Fails as readKeystoreFile does. */
export async function inspect(path: string): Promise<Answer> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return withSoundCopies(refused(read.error), path);
  const { keystore, sha256 } = read.value;
  const warnings = warningsOf(read.value);
  const beside = await toldBeside(path, keystore);
  return {
    ok: true,
    code: "keystore.sealed",
    facts: { ...keystore, vaultFingerprint: fingerprintOf(keystore), sha256, ...beside.facts, warnings },
    lines: [
      ...vaultLines(keystore),
      ...keyLines(keystore),
      fact("File’s SHA-256", sha256),
      ...setLines(keystore),
      ...ceremonyLines(keystore),
      "",
      "The seal holds: nothing was changed since it was sealed. Compare the vault fingerprint with the one",
      "on the sheets; until then, all this is only what the file says.",
      ...warningLines(warnings),
      ...beside.lines,
    ],
  };
}

function keyLines(keystore: Keystore): string[] {
  const { masterKey, wrappingKey } = keystore;
  return [
    fact("Vault id", keystore.vault.id),
    fact("Master Key", inFours(masterKey.kid)),
    fact("Wrapping Key", `${inFours(wrappingKey.kid)} (${wrappingKey.bits} bit)`),
    fact("Generation", `${keystore.generation}`),
    fact("Created", keystore.createdAt),
    fact("Updated", keystore.updatedAt),
  ];
}

function setLines({ shareSet, retiredShareSets }: Keystore): string[] {
  return [
    fact("Share set", `${inFours(shareSet.id)}, any ${shareSet.threshold} of ${shareSet.shares.length}`),
    ...shareSet.shares.map(({ index, custodian }) => fact("", `${index}  ${visible(custodian)}`)),
    ...retiredShareSets.flatMap((set) => [
      fact("Retired share set", `${set.id}, retired ${set.retiredAt}`),
      ...set.shares.map(({ index, custodian, destroyedAt }) =>
        fact(
          "",
          `${index}  ${visible(custodian)}${destroyedAt === undefined ? "" : `, destroyed ${destroyedAt}`}`,
        ),
      ),
    ]),
  ];
}

function ceremonyLines({ ceremonies }: Keystore): string[] {
  return ceremonies.map(({ kind, at, id }) => fact("Ceremony", `${kind}, ${at}, ${id}`));
}
