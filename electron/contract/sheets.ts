/** What the sheet window draws. It may take one of these, once; its window is destroyed after printing. */
export type Sheet = ShareSheet | WrappingKeySheet;

interface AnySheet {
  readonly practice: boolean;
  readonly vaultName: string;
  /** 32 hex characters. */
  readonly vaultFingerprint: string;
  /** UTC, as FORMATS writes times. */
  readonly date: string;
  readonly appVersion: string;
}

/** A custodian's Key Share on paper (FORMATS §2). Secret: words and qr. */
export interface ShareSheet extends AnySheet {
  readonly kind: "share";
  readonly setId: string;
  readonly index: number;
  readonly total: number;
  readonly threshold: number;
  readonly custodian: string;
  readonly words: readonly string[];
  readonly qr: string;
}

/** A Wrapping Key on paper (FORMATS §5). Secret: lines and qr. */
export interface WrappingKeySheet extends AnySheet {
  readonly kind: "wrapping-key";
  readonly wrappingKeyKid: string;
  readonly bits: 192 | 256;
  readonly lines: readonly { readonly groups: readonly string[]; readonly check: string }[];
  readonly qr: string;
}
