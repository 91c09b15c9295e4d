import type { CheckedSheet } from "../../contract/check-views";
import { visible } from "../../contract/escape";
import { inFours } from "../../contract/fours";
import { sentence } from "../../contract/sentences";
import type { Keystore } from "../../keystore/document";
import { fingerprintOf } from "../../keystore/facts";
import type { Sheets } from "./state";

/** How many of a round's sheets are good, and whether those are enough. */
export interface Reach {
  readonly good: number;
  readonly needed: number;
  readonly enough: boolean;
}

/** Counts what a round has found so far; who was not looked at counts as not reachable. */
export function reachOf(sheets: Sheets, needed: number): Reach {
  const good = sheets.filter(({ state }) => state === "good").length;
  return { good, needed, enough: good >= needed };
}

/** A round's result as plain text for the files: who was checked when, how many are reachable, what to do. */
export function custodyReport(keystore: Keystore, sheets: Sheets, now: string): string {
  const { vault, shareSet, practice, generation } = keystore;
  const { good, needed, enough } = reachOf(sheets, shareSet.threshold);
  const lines = [
    ...(practice ? ["REHEARSAL: these shares protect nothing.", ""] : []),
    `Custody report, ${now}`,
    "",
    `Vault              ${visible(vault.name)}`,
    `Vault fingerprint  ${inFours(fingerprintOf(keystore))}`,
    `Keystore           generation ${generation}`,
    `Share set          ${inFours(shareSet.id)}, any ${needed} of ${shareSet.shares.length}`,
    "",
    ...sheets.map(lineOf),
    "",
    `Good sheets        ${good}; needed: ${needed}`,
    enough
      ? "A quorum is reachable."
      : "ALARM: fewer sheets are known to be good than a recovery needs. Look for the missing ones; if they stay lost, " +
        "move the data to a new vault while the Wrapping Key still opens this one.",
  ];
  return `${lines.join("\n")}\n`;
}

function lineOf({ index, custodian, state, at, how, problem }: CheckedSheet): string {
  const name = `${String(index).padStart(3)}  ${visible(custodian)}`;
  switch (state) {
    case "open":
      return `${name}: not checked`;
    case "absent":
      return `${name}: not reachable, ${at}`;
    case "bad":
      return `${name}: NOT GOOD, ${at}${problem === null ? "" : `: ${sentence(problem)}`}`;
    case "good":
      return `${name}: good, ${at}, by its ${how === "code" ? "code" : "words"}${how === "repaired" ? ", some of which were repaired" : ""}`;
  }
}
