import type { RecordedLine } from "./record-facts";

/** What the sheet window draws. It may take one of these, once; its window is destroyed after printing. */
export type Sheet = ShareSheet | BlankShareSheet | WrappingKeySheet | ProofSheet | ScriptSheet | RecordSheet;

/** The paper of an organisation's printers. */
export type Paper = "a4" | "letter";

interface AnySheet {
  readonly paper: Paper;
  readonly practice: boolean;
  readonly vaultName: string;
  /** UTC, as FORMATS writes times. */
  readonly date: string;
  readonly appVersion: string;
  /** 64 hex (FORMATS §4): what ties every printed page to its ceremony. */
  readonly parametersHash: string;
}

interface VaultSheet extends AnySheet {
  /** 32 hex characters. */
  readonly vaultFingerprint: string;
}

/** What a share sheet says to everybody. */
export interface ShareFacts extends VaultSheet {
  readonly setId: string;
  readonly index: number;
  readonly total: number;
  readonly threshold: number;
  readonly custodian: string;
}

/** A custodian's Key Share on paper (FORMATS §2). Secret: words and qr. */
export interface ShareSheet extends ShareFacts {
  readonly kind: "share";
  readonly words: readonly string[];
  readonly qr: string;
}

/** The same sheet with empty numbered boxes, for a custodian who copies the words by hand. Holds no secret. */
export interface BlankShareSheet extends ShareFacts {
  readonly kind: "blank-share";
}

/** A Wrapping Key on paper (FORMATS §5). Secret: lines and qr. */
export interface WrappingKeySheet extends VaultSheet {
  readonly kind: "wrapping-key";
  readonly wrappingKeyKid: string;
  readonly bits: 192 | 256;
  readonly lines: readonly { readonly groups: readonly string[]; readonly check: string }[];
  readonly qr: string;
}

/** A page that proves a printer before the first secret: a test code and words of every letter. Holds no secret. */
export interface ProofSheet extends AnySheet {
  readonly kind: "proof";
  /** The printer that is proven, as people know it. */
  readonly printer: string;
  readonly words: readonly string[];
  readonly qr: string;
}

/**
 * A ceremony's steps with its frozen parameters, to be followed and initialled on paper. As many pages as it takes.
 * Holds no secret.
 */
export interface ScriptSheet extends AnySheet {
  readonly kind: "script";
  readonly title: string;
  readonly parameters: readonly { readonly what: string; readonly is: string }[];
  readonly steps: readonly ScriptStep[];
}

/** One step of a script: who acts, who looks away, and what is done. */
export interface ScriptStep {
  /** From 1. */
  readonly number: number;
  readonly who: string;
  /** Null where everybody may watch. */
  readonly lookAway: string | null;
  readonly text: string;
}

/** A ceremony's whole record in words, with a line for each person's signature. As many pages as it takes. */
export interface RecordSheet extends Omit<AnySheet, "parametersHash"> {
  readonly kind: "record";
  /** 64 hex; null where the record holds no parameters. */
  readonly parametersHash: string | null;
  readonly title: string;
  /** 64 hex characters: the hash of line 0 (FORMATS §4). */
  readonly firstHash: string;
  /** 64 hex characters; null where the record was not sealed. */
  readonly head: string | null;
  /** The whole record in words. */
  readonly lines: readonly RecordedLine[];
  readonly people: readonly { readonly name: string; readonly role: string }[];
}
