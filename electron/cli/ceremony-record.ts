import { randomUUID } from "node:crypto";
import { version } from "../../package.json";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { renewalNote } from "../ceremony/renewal/renewal-notes";
import type { ClockFailure, FileFailure } from "../contract/errors";
import type { Opener } from "../contract/renewal";
import { fail, ok, type Result } from "../contract/result";
import { fingerprintOf } from "../keystore/facts";
import type { NewCeremony } from "../keystore/members";
import type { RecordNote } from "../record/record-note";
import { recordPath } from "../record/record-path";
import { openRecorder, type Recorder } from "../record/recorder";
import type { RenewalRequest } from "./arguments";

/** Who did what no person is proven to have done. */
export const COMMAND_LINE = "command line";

/** How a record ended. `head` is null where it could not be sealed, and `problem` says why. */
export interface RecordEnd {
  readonly path: string;
  /** 64 hex each. */
  readonly firstHash: string;
  readonly head: string | null;
  readonly problem: FileFailure | null;
}

/** What the command line holds a ceremony for. */
export interface RecordedRenewal {
  readonly kind: "recover" | "rotate";
  readonly opener: Opener;
  readonly request: RenewalRequest;
}

/** The record of one ceremony at the command line, which remembers whether it could be written. */
export class CeremonyRecord {
  /** What the next generation says of this ceremony. */
  readonly ceremony: Omit<NewCeremony, "kind">;
  readonly path: string;
  readonly #recorder: Recorder;
  #problem: FileFailure | null = null;

  private constructor(ceremonyId: string, path: string, recorder: Recorder) {
    this.ceremony = { id: ceremonyId, recordKey: recorder.publicKey };
    this.path = path;
    this.#recorder = recorder;
  }

  /**
   * Begins the record beside the opened keystore, the ceremony's parameters frozen in it; `keyPath`: where the new
   * Wrapping Key goes. Fails as openRecorder does; then nothing stays.
   */
  static begin(
    { kind, opener, request }: RecordedRenewal,
    { path: keystorePath, keystore }: OpenedKeystore,
    keyPath: string,
  ): Result<CeremonyRecord, FileFailure | ClockFailure> {
    const ceremonyId = randomUUID();
    const path = recordPath(keystorePath, ceremonyId);
    const { vault, practice, generation, updatedAt, wrappingKey } = keystore;
    const parameters = {
      keystore: keystorePath,
      vaultFingerprint: fingerprintOf(keystore),
      generation,
      updatedAt,
      wrappingKeyOut: keyPath,
      bits: request.bits ?? wrappingKey.bits,
      opener,
      reason: request.reason,
      by: COMMAND_LINE,
      appVersion: version,
    };
    const header = { ceremonyId, kind, vaultId: vault.id, practice, parameters };
    const recorder = openRecorder(header, { path }, () => new Date());
    return recorder.ok ? ok(new CeremonyRecord(ceremonyId, path, recorder.value)) : recorder;
  }

  /** 64 hex. */
  get firstHash(): string {
    return this.#recorder.firstHash;
  }

  /** Writes notes, all or none. After a failure nothing secret may be asked for or made. */
  note(...notes: readonly RecordNote[]): Result<null, FileFailure> {
    const noted = this.#recorder.note(notes);
    if (!noted.ok) this.#problem = noted.error;
    return noted;
  }

  /** The ceremony was held to its end: says so, and seals the record, unless a line of it is missing. */
  end(): RecordEnd {
    return this.#ended(
      this.#problem === null
        ? this.#seal(renewalNote("ceremony.ended", COMMAND_LINE, {}))
        : fail(this.#problem),
    );
  }

  /** The ceremony stopped with `code`, and left `remaining` behind: says so, and seals the record. */
  abort(code: string, remaining: readonly string[]): RecordEnd {
    const papers = { sheetsToDestroy: [], wrappingKeySheets: 0 };
    const data = { because: code, ...papers, filesThatStayed: remaining };
    return this.#ended(this.#seal(renewalNote("ceremony.aborted", COMMAND_LINE, data)));
  }

  /** Wipes the record's private key, however the ceremony ended. */
  close(): void {
    this.#recorder.close();
  }

  #seal(last: RecordNote): Result<{ readonly head: string }, FileFailure> {
    const noted = this.note(last);
    return noted.ok ? this.#recorder.seal() : noted;
  }

  #ended(sealed: Result<{ readonly head: string }, FileFailure>): RecordEnd {
    const { path, firstHash } = this;
    return sealed.ok
      ? { path, firstHash, head: sealed.value.head, problem: null }
      : { path, firstHash, head: null, problem: sealed.error };
  }
}
