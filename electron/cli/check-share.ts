import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { fingerprintOf } from "../keystore/facts";
import { type KeystoreFile, readKeystoreFile } from "../keystore/file";
import { admit } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import { type MendedShare, mendedLine, mendShare, setsOf } from "./mend-share";
import type { Terminal } from "./run";
import { warningLines, warningsOf } from "./warnings";

/**
 * `check-share`: whether a text is a valid Key Share and, with a keystore (`path`), whose. Damaged words are
 * searched for; yes is only what the keystore proves. Wipes the share.
 */
export async function checkShare(
  path: string | null,
  text: string,
  terminal: Pick<Terminal, "search" | "endRequested">,
): Promise<Answer> {
  const read = path === null ? null : await readKeystoreFile(path);
  if (read !== null && !read.ok) return refused(read.error);
  const known = read === null ? null : setsOf(read.value.keystore);
  const share = await mendShare(text, known, terminal.search, terminal.endRequested());
  if (!share.ok) return refused(share.error);
  share.value.share.payload.wipe();
  return read === null ? alone(share.value.share) : againstKeystore(share.value, read.value);
}

function alone({ header }: KeyShare): Answer {
  const { setId, threshold, practice } = header;
  return {
    ok: true,
    code: "share.valid",
    facts: { setId, threshold, practice },
    lines: [
      ...practiceLines(practice),
      `This is a valid Key Share of share set ${inFours(setId)}, of which any ${threshold} open the vault.`,
      "Whose it is, and whether the set is still in use, only the keystore can tell.",
    ],
  };
}

function againstKeystore({ share, mended }: MendedShare, file: KeystoreFile): Answer {
  const { keystore } = file;
  const { shareSet, retiredShareSets } = keystore;
  const admitted = admit(share, shareSet, keystore.practice, retiredShareSets, []);
  if (!admitted.ok) return refused(admitted.error);
  const { index, custodian } = admitted.value;
  const { setId, threshold, practice } = share.header;
  const vaultFingerprint = fingerprintOf(keystore);
  const warnings = warningsOf(file);
  return {
    ok: true,
    code: "share.belongs",
    facts: {
      index,
      custodian,
      setId,
      threshold,
      practice,
      vault: keystore.vault,
      vaultFingerprint,
      ...(mended && { mended }),
      warnings,
    },
    lines: [
      ...practiceLines(practice),
      `This is Key Share ${index} of share set ${inFours(setId)}, of which any ${threshold} open the vault.`,
      ...(mended ? [mendedLine(mended)] : []),
      `Its custodian is ${visible(custodian)}.`,
      `The keystore’s vault fingerprint is ${inFours(vaultFingerprint)}: compare it with the one on the sheet.`,
      ...warningLines(warnings),
    ],
  };
}

function practiceLines(practice: boolean): string[] {
  return practice ? ["PRACTICE: this share comes from a rehearsal and protects nothing."] : [];
}
