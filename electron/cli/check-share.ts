import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { fingerprintOf } from "../keystore/facts";
import { type KeystoreFile, readKeystoreFile } from "../keystore/file";
import { admit } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type Answer, refused } from "./answer";
import { toldBeside } from "./beside-lines";
import { type MendedShare, mendedLine, mendShare, setsOf } from "./mend-share";
import type { Terminal } from "./run";
import { warningLines, warningsOf } from "./warnings";
import { withMore, withSoundCopies } from "./where-things-stand";

/**
 * `check-share`: whether a text is a valid Key Share and, with a keystore (`path`), whose. Damaged words are
 * searched for; yes is only what the keystore proves. Wipes the share.
 */
export async function checkShare(
  path: string | null,
  text: string,
  { search }: Pick<Terminal, "search">,
  ended: AbortSignal,
): Promise<Answer> {
  const file = path === null ? null : await readKeystoreFile(path);
  if (path !== null && file?.ok === false) return withSoundCopies(refused(file.error), path);
  const opened = path !== null && file?.ok ? { path, ...file.value } : null;
  const known = opened === null ? null : setsOf(opened.keystore);
  const share = await mendShare(text, known, search, ended);
  if (!share.ok) return refused(share.error);
  share.value.share.payload.wipe();
  return opened === null ? alone(share.value.share) : againstKeystore(share.value, opened);
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

/** Whatever comes of it: the share may be of a later set than this keystore has, or of an earlier one. */
async function againstKeystore(
  { share, mended }: MendedShare,
  file: KeystoreFile & { readonly path: string },
): Promise<Answer> {
  const { keystore } = file;
  const beside = await toldBeside(file.path, keystore);
  const { shareSet, retiredShareSets } = keystore;
  const admitted = admit(share, shareSet, keystore.practice, retiredShareSets, []);
  if (!admitted.ok) return withMore(refused(admitted.error), beside.lines, beside.facts);
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
      ...beside.facts,
      warnings,
    },
    lines: [
      ...practiceLines(practice),
      `This is Key Share ${index} of share set ${inFours(setId)}, of which any ${threshold} open the vault.`,
      ...(mended ? [mendedLine(mended)] : []),
      `Its custodian is ${visible(custodian)}.`,
      `The keystore’s vault fingerprint is ${inFours(vaultFingerprint)}: compare it with the one on the sheet.`,
      ...warningLines(warnings),
      ...beside.lines,
    ],
  };
}

function practiceLines(practice: boolean): string[] {
  return practice ? ["PRACTICE: this share comes from a rehearsal and protects nothing."] : [];
}
