import type { Role } from "../../contract/errors";
import { visible } from "../../contract/escape";
import type { Signer } from "../../contract/proceedings";
import type { Paper, RecordSheet, ScriptSheet, ScriptStep } from "../../contract/sheets";
import type { RecordSoFar } from "./proceedings";

/** What every page says of its ceremony. */
export interface PageFacts {
  /** Such as "Create a vault". */
  readonly title: string;
  readonly practice: boolean;
  readonly vaultName: string;
  /** 64 hex. */
  readonly parametersHash: string;
  readonly paper: Paper;
  readonly now: Date;
  readonly appVersion: string;
}

/** A ceremony's frozen parameters, as people read them. */
export type Parameters = ScriptSheet["parameters"];

/** The script of a ceremony, to follow and to initial. */
export function scriptSheet(
  facts: PageFacts,
  parameters: Parameters,
  steps: readonly ScriptStep[],
): ScriptSheet {
  const shown = parameters.map(({ what, is }) => ({ what, is: visible(is) }));
  return { kind: "script", ...common(`Script: ${facts.title}`, facts), parameters: shown, steps };
}

/** The record of a ceremony as far as it came, to compare and to sign. */
export function recordSheet(
  facts: PageFacts,
  { firstHash, head, lines }: RecordSoFar,
  signers: readonly Signer[],
): RecordSheet {
  return {
    kind: "record",
    ...common(`Record: ${facts.title}`, facts),
    firstHash,
    head,
    lines,
    people: signers.map(({ name, roles }) => ({ name, role: inOneLine(roles) })),
  };
}

function common(title: string, { practice, vaultName, parametersHash, paper, now, appVersion }: PageFacts) {
  return { title, practice, vaultName, parametersHash, paper, date: now.toISOString(), appVersion };
}

function inOneLine(roles: readonly Role[]): string {
  return roles.join(" and ");
}
