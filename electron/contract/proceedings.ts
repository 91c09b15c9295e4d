import type { Failure, Role } from "./errors";
import type { Finding, PreflightItem } from "./preflight";
import type { ChoosingPrinter, Printer } from "./printers";
import type { RecordedLine } from "./record-facts";
import type { ScriptStep } from "./sheets";

/** Who takes part in a ceremony, by name. */
export interface People {
  readonly administrator: string;
  readonly witnesses: readonly string[];
  readonly custodians: readonly string[];
}

/** What the app itself asks an exception for: a red item of the preflight, or a person with two parts. */
export type ExceptionAbout = PreflightItem | "roles";

/** A departure from the script that people decided to live with, as it stands in the record. */
export interface Exception {
  /** Null where it is about something that people saw themselves. */
  readonly about: ExceptionAbout | null;
  readonly expected: string;
  readonly happened: string;
  readonly decided: string;
  /** Who decided, and another person, a witness, who saw it: names of the plan. */
  readonly decidedBy: string;
  readonly witnessedBy: string;
}

/** What people held something of the workstation against, in plain words, and whether it is the same. */
export interface Comparison {
  readonly source: string;
  readonly same: boolean;
}

/** The number of a tamper-evident bag, as it was typed by one person and by another. */
export interface NewBag {
  readonly number: string;
  readonly again: string;
}

/** A sheet that was fetched from its bag goes into a new one; null where there was, or is, none. */
export interface BagChange {
  readonly opened: string | null;
  readonly sealed: NewBag | null;
}

/** From the frozen plan to the first act: the script, the record's beginning, the workstation. */
export type OpeningView =
  | {
      readonly step: "script";
      readonly script: readonly ScriptStep[];
      /** It was sent to a printer. */
      readonly printed: boolean;
      /** The record is being opened. */
      readonly starting: boolean;
      readonly problem: Failure | null;
    }
  | (ChoosingPrinter & { readonly step: "script-page"; readonly problem: Failure | null })
  | { readonly step: "script-printing"; readonly printer: Printer }
  | {
      readonly step: "opened";
      /** 64 hex: the hash of line 0, for each witness to write down. */
      readonly firstHash: string;
      readonly recordPath: string;
      /** The workstation is being looked at. */
      readonly looking: boolean;
    }
  | { readonly step: "clock"; readonly finding: Finding; readonly problem: Failure | null }
  | { readonly step: "app-hash"; readonly finding: Finding; readonly problem: Failure | null }
  | {
      readonly step: "preflight";
      readonly findings: readonly Finding[];
      /** The people with two parts, by name. */
      readonly sharedRoles: readonly string[];
      /** What an exception was recorded for. */
      readonly excepted: readonly ExceptionAbout[];
      readonly looking: boolean;
      readonly problem: Failure | null;
    };

/** One person at the sign-off. */
export interface Signer {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly said: "open" | "confirmed" | "disagrees";
}

/** From the last act to the sealed record. */
export type ClosingView =
  | {
      readonly step: "sign-off";
      readonly signers: readonly Signer[];
      /** The record so far, in words. */
      readonly lines: readonly RecordedLine[];
      readonly sealing: boolean;
      readonly problem: Failure | null;
    }
  | { readonly step: "signing"; readonly signer: Signer; readonly problem: Failure | null }
  | {
      readonly step: "sealed";
      readonly firstHash: string;
      /** 64 hex; null where the record could not be sealed. */
      readonly head: string | null;
      readonly recordPath: string;
      readonly printed: boolean;
      /** The ceremony ended here without having done what it was held for. */
      readonly aborted: boolean;
      /** Nothing comes behind this screen: it leads back to the start (`goHome`), and else on (`headWritten`). */
      readonly last: boolean;
      readonly problem: Failure | null;
    }
  | (ChoosingPrinter & { readonly step: "record-page"; readonly problem: Failure | null })
  | { readonly step: "record-printing"; readonly printer: Printer };

/** The record cannot be written: nothing goes on. `committed`: the keystore is written, and nothing can be lost any more. */
export interface HaltedView {
  readonly step: "halted";
  readonly recordPath: string;
  readonly committed: boolean;
  readonly problem: Failure;
}

/** Where a ceremony's record stands when the ceremony was aborted. `head` is null where it could not be sealed. */
export interface RecordEnd {
  readonly path: string;
  readonly firstHash: string;
  readonly head: string | null;
}

/** The red findings, and shared roles, that no exception is about: a production ceremony does not begin with one. */
export function unexcepted(
  findings: readonly Finding[],
  sharedRoles: readonly string[],
  excepted: readonly ExceptionAbout[],
): readonly ExceptionAbout[] {
  const red = findings.filter(({ verdict }) => verdict === "red").map(({ id }) => id);
  const wanted: readonly ExceptionAbout[] = sharedRoles.length > 0 ? ["roles", ...red] : red;
  return wanted.filter((about) => !excepted.includes(about));
}
