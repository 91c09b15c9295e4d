import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { admit } from "../share/admit";
import { type KeyShare, readShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import { warningLines, warningsOf } from "./warnings";

/** `check-share`: whether a text is a valid Key Share and, with a keystore (`path`), whose. Wipes the share. */
export async function checkShare(path: string | null, text: string): Promise<Answer> {
  const share = readShare(text);
  if (!share.ok) return refused(share.error);
  share.value.payload.wipe();
  return path === null ? alone(share.value) : againstKeystore(share.value, path);
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

async function againstKeystore(share: KeyShare, path: string): Promise<Answer> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return refused(read.error);
  const { keystore } = read.value;
  const { shareSet, retiredShareSets } = keystore;
  const admitted = admit(share, shareSet, keystore.practice, retiredShareSets, []);
  if (!admitted.ok) return refused(admitted.error);
  const { index, custodian } = admitted.value;
  const { setId, threshold, practice } = share.header;
  const vaultFingerprint = fingerprintOf(keystore);
  const warnings = warningsOf(read.value);
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
      warnings,
    },
    lines: [
      ...practiceLines(practice),
      `This is Key Share ${index} of share set ${inFours(setId)}, of which any ${threshold} open the vault.`,
      `Its custodian is ${visible(custodian)}.`,
      `The keystore’s vault fingerprint is ${inFours(vaultFingerprint)}: compare it with the one on the sheet.`,
      ...warningLines(warnings),
    ],
  };
}

function practiceLines(practice: boolean): string[] {
  return practice ? ["PRACTICE: this share comes from a rehearsal and protects nothing."] : [];
}
