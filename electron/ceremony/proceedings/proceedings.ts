import type { ClockFailure, FileFailure, ProceedingsFailure } from "../../contract/errors";
import type { RecordEnd } from "../../contract/proceedings";
import type { RecordedLine } from "../../contract/record-facts";
import { fail, ok, type Result } from "../../contract/result";
import type { RecordNote } from "../../record/record-note";
import { openRecorder, type Recorder, type RecordHeader } from "../../record/recorder";

/** A record as far as it is written. */
export interface RecordSoFar extends RecordEnd {
  readonly lines: readonly RecordedLine[];
}

/**
 * The record of one ceremony, from before it is opened until it is sealed or given up. Whoever notes something waits for
 * the answer: what is not on the medium has not happened.
 */
export class Proceedings {
  #recorder: Recorder | null = null;
  #vaultId: string | null = null;
  /** The last words stand in the record: a seal that failed is tried again without them. */
  #concluded = false;
  #head: string | null = null;
  #givenUp = false;

  /** Opens the record at `path`. Fails as openRecorder does, and may be tried again. */
  open(header: RecordHeader, path: string, now: () => Date): Result<null, FileFailure | ClockFailure> {
    const opened = openRecorder(header, { path }, now);
    if (!opened.ok) return opened;
    this.#recorder = opened.value;
    this.#vaultId = header.vaultId;
    return ok(null);
  }

  /** Whether lines are being taken down. */
  get isOpen(): boolean {
    return this.#recorder !== null && this.#head === null && !this.#givenUp;
  }

  /** The keystore's `ceremonies[].recordKey`, 32 bytes. */
  get recordKey(): Uint8Array {
    return this.#opened().publicKey;
  }

  /** The vault that the record is about: a UUID v4. */
  get vaultId(): string {
    if (this.#vaultId === null) throw new Error("No record was opened.");
    return this.#vaultId;
  }

  /** Null before the record was opened. */
  get soFar(): RecordSoFar | null {
    const recorder = this.#recorder;
    if (recorder === null) return null;
    const { path, firstHash, lines } = recorder;
    return { path: path ?? "", firstHash, lines, head: this.#head };
  }

  /** Writes notes, all or none. Before the record is opened, and once it was given up, there is nothing to write. */
  note(notes: readonly RecordNote[]): Result<null, ProceedingsFailure> {
    if (!this.isOpen) return ok(null);
    const noted = this.#opened().note(notes);
    return noted.ok ? noted : this.#notWritten(noted.error);
  }

  /** Writes the last words, once, and the seal; the private key is wiped. A failure may be tried again. */
  seal(last: readonly RecordNote[]): Result<null, ProceedingsFailure> {
    if (!this.isOpen) return ok(null);
    if (!this.#concluded) {
      const noted = this.note(last);
      if (!noted.ok) return noted;
      this.#concluded = true;
    }
    const sealed = this.#opened().seal();
    if (!sealed.ok) return this.#notWritten(sealed.error);
    this.#head = sealed.value.head;
    return ok(null);
  }

  /** The record cannot be written any more: it stays as far as it came, without its seal. */
  giveUp(): void {
    this.#givenUp = true;
    this.close();
  }

  /** Wipes the record's private key and lets go of its file. Calling it again changes nothing. */
  close(): void {
    this.#recorder?.close();
  }

  #notWritten({ code }: FileFailure): Result<null, ProceedingsFailure> {
    return fail({ code: "proceedings.not-written", path: this.soFar?.path ?? "", because: code });
  }

  #opened(): Recorder {
    if (this.#recorder === null) throw new Error("No record was opened.");
    return this.#recorder;
  }
}
