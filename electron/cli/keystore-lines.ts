import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import type { Keystore } from "../keystore/document";
import { fingerprintOf } from "../keystore/facts";

/** What every answer about a keystore begins with: which vault it is, and loudly whether it is a real one. */
export function vaultLines(keystore: Keystore): string[] {
  return [
    ...(keystore.practice ? ["PRACTICE: this keystore comes from a rehearsal and protects nothing."] : []),
    fact("Vault", visible(keystore.vault.name)),
    fact("Vault fingerprint", inFours(fingerprintOf(keystore))),
  ];
}

/** Which generation it is, and since when: an older copy opens as well as the newest. */
export function generationLine({ generation, updatedAt }: Keystore): string {
  return fact("Generation", `${generation}, last changed ${updatedAt}`);
}

/** One line of facts: its label, and the value in a column. */
export function fact(label: string, value: string): string {
  return `${label.padEnd(20)}${value}`;
}
