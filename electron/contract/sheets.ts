/** What the sheet window draws. It may take one of these, once; its window is destroyed after printing. */
export type Sheet = ShareSheet | BlankShareSheet | WrappingKeySheet | ProofSheet;

/** The paper of an organisation's printers. */
export type Paper = "a4" | "letter";

interface AnySheet {
  readonly paper: Paper;
  readonly practice: boolean;
  readonly vaultName: string;
  /** UTC, as FORMATS writes times. */
  readonly date: string;
  readonly appVersion: string;
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
