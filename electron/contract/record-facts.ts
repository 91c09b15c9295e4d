/** What a consistent record says of its ceremony, for people. */
export interface RecordFacts {
  readonly path: string;
  readonly ceremonyId: string;
  readonly kind: "generate" | "recover" | "rotate" | "reshare" | "check";
  readonly vaultId: string;
  readonly practice: boolean;
  /** b64u of the record's public key, as in the keystore's `ceremonies[].recordKey`. */
  readonly recordKey: string;
  /** 64 hex; null where the record holds no parameters. */
  readonly parametersHash: string | null;
  /** The times of the first and the last line. */
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly remarkable: Remarkable;
  /** 64 hex each. */
  readonly firstHash: string;
  readonly head: string;
  readonly sealed: boolean;
}

/** How many lines tell something that a reader should look for first. */
export interface Remarkable {
  readonly exceptions: number;
  readonly disagreements: number;
  readonly refusals: number;
  readonly aborts: number;
  readonly spoiled: number;
  readonly clockJumps: number;
}

/** One line of a record as people read it. */
export interface RecordedLine {
  readonly seq: number;
  /** UTC, as FORMATS writes times. */
  readonly time: string;
  readonly actor: string;
  readonly event: string;
  readonly text: string;
}
