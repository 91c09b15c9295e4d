/** What a ceremony says for its record (FORMATS §4): never a key, a share, words, a QR text or a rejected entry. */
export interface RecordNote {
  /** `kind.what`, such as `share.verified`. */
  readonly event: string;
  /** Who did it: a person's name, or `app`. */
  readonly actor: string;
  /** What JSON can hold; member names are ASCII. */
  readonly data: Readonly<Record<string, unknown>>;
}
