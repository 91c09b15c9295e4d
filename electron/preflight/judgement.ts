import { visible } from "../contract/escape";
import type { Verdict } from "../contract/preflight";

/** What was found of an item, and what to think of it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly found: string;
}

/** Nothing speaks against it. */
export function good(found: string): Judgement {
  return { verdict: "good", found };
}

/** Something that a ceremony should not be held with, unless people decide so. */
export function red(found: string): Judgement {
  return { verdict: "red", found };
}

/** The system does not tell, or does not tell enough. */
export function notKnown(found: string): Judgement {
  return { verdict: "not-known", found };
}

/** More of a list than this is counted only: a screen shows it, and somebody may have made it long on purpose. */
const MOST = 8;
const LONGEST = 120;

/** Names from the system in one line: what is invisible is escaped, what is too long or too many is cut and counted. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map(shortened);
  const others = names.length - shown.length;
  return others > 0 ? `${shown.join(", ")} and ${others} more` : shown.join(", ");
}

function shortened(name: string): string {
  const characters = [...name.trim()];
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
  return visible(cut);
}
