import type { Finding, Verdict } from "../contract/preflight";
import { readWorkstation, type Surroundings } from "../preflight/workstation";
import type { Answer } from "./answer";
import { fact } from "./keystore-lines";
import { findingsThat } from "./look-around";

const titles: Readonly<Record<Verdict, string>> = {
  red: "RED: not to hold a ceremony with",
  "not-known": "NOT KNOWN: find out, or decide without",
  good: "GOOD",
};

/** What a fact has beside its label in a terminal of 100. */
const COLUMNS = 80;

/**
 * `preflight`: what this workstation looks like, the folder that one stands in among it. It warns and never stops:
 * the answer is yes whatever was found.
 */
export async function preflight(surroundings: Surroundings): Promise<Answer> {
  const findings = await readWorkstation([process.cwd()], null, surroundings);
  const red = findingsThat("red", findings).length;
  const unknown = findingsThat("not-known", findings).length;
  return {
    ok: true,
    code: "preflight.read",
    facts: { findings, red, notKnown: unknown },
    lines: [
      ...(["red", "not-known", "good"] as const).flatMap((verdict) =>
        linesOf(titles[verdict], findingsThat(verdict, findings)),
      ),
      `${red} red, ${unknown} not known, of ${findings.length}.`,
    ],
  };
}

function linesOf(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [title, ...findings.flatMap(({ what, found }) => factLines(what, found)), ""];
}

/** A fact in lines that fit a terminal, each below the one before. */
function factLines(what: string, found: string): readonly string[] {
  const [first = "", ...words] = found.split(" ");
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= COLUMNS) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line, at) => fact(at === 0 ? what : "", line));
}
