import type { ClockFailure, FileFailure } from "../contract/errors";
import type { RecordedLine, RecordFacts } from "../contract/record-facts";
import { fail, ok, type Result } from "../contract/result";
import { clockFailure, timeOf } from "../contract/time";
import { toBase64url } from "../crypto/base64url";
import { newSigningPair, type SigningPair } from "../crypto/signing";
import { createGrowingFile, type GrowingFile } from "../files/append-flushed";
import { CHAIN_START, lineAt, lineText } from "./chain";
import { inWords } from "./in-words";
import { LINE_LIMIT, type Line, OPENED } from "./line";
import { NOTHING_READ, type Reading, readOn } from "./reading";
import type { RecordNote } from "./record-note";
import { SEALED, sealNote, signed } from "./seal";

/** What a record says of its ceremony before anything happens in it. */
export interface RecordHeader {
  /** A UUID v4, as in the keystore's `ceremonies[].id`. */
  readonly ceremonyId: string;
  readonly kind: RecordFacts["kind"];
  /** A UUID v4. */
  readonly vaultId: string;
  readonly practice: boolean;
  /** The frozen parameters, whose hash people compare; null where there are none. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

/** Takes down what happens in one ceremony, under a key made for it alone. */
export interface Recorder {
  /** 32 bytes: the keystore's `ceremonies[].recordKey`. */
  readonly publicKey: Uint8Array;
  /** Null where no file is kept. */
  readonly path: string | null;
  /** 64 hex: the hash of line 0, for the witnesses to write down at the start. */
  readonly firstHash: string;
  readonly sealed: boolean;
  /** What is on the medium so far, as people read it. */
  readonly lines: readonly RecordedLine[];
  /**
   * Writes notes, all or none of them. When this returns they are on the medium; after a failure the record ends
   * where it did, and the same notes may be tried again. Throws on a note that no reader would take, or once sealed.
   */
  note(notes: readonly RecordNote[]): Result<null, FileFailure>;
  /** Writes the last line, and wipes the private key. Gives the head (64 hex). A failure may be tried again. */
  seal(): Result<{ readonly head: string }, FileFailure>;
  /** Wipes the private key and lets go of the file. Called however the ceremony ends, also again. */
  close(): void;
}

/**
 * Opens the record of one ceremony with a fresh Ed25519 key (FORMATS §4): a new file at `place` that begins with
 * `ceremony.opened`, or no file where `place` is null. `now` is the workstation's clock; where it jumps back, lines
 * repeat the last time and the jump is noted as `clock.backward`. Fails as a new file does, or with ceremony.clock where
 * no line can hold what the clock says; then nothing stays.
 */
export function openRecorder(
  header: RecordHeader,
  place: { readonly path: string } | null,
  now: () => Date,
): Result<Recorder, FileFailure | ClockFailure> {
  const clock = now();
  const time = timeOf(clock);
  if (time === null) return fail(clockFailure(clock));
  const pair = newSigningPair();
  let opened = false;
  try {
    const note = openingNote(header, pair.publicKey);
    const first = lineText(lineAt(CHAIN_START, time, note));
    const taken = takenBy(NOTHING_READ, first);
    const file = place === null ? ok(null) : createGrowingFile(place.path, bytesOf([first]));
    opened = file.ok;
    return file.ok ? ok(new CeremonyRecorder(pair, file.value, taken, { now, clock })) : file;
  } finally {
    if (!opened) pair.wipe();
  }
}

function openingNote({ parameters, ...header }: RecordHeader, publicKey: Uint8Array): RecordNote {
  return {
    event: OPENED,
    actor: "app",
    data: {
      version: 1,
      ...header,
      publicKey: toBase64url(publicKey),
      ...(parameters === null ? {} : { parameters }),
    },
  };
}

class CeremonyRecorder implements Recorder {
  readonly publicKey: Uint8Array;
  readonly firstHash: string;
  readonly #pair: SigningPair;
  readonly #file: GrowingFile | null;
  readonly #now: () => Date;
  /** What a reader has read who has come to the end of the file. */
  #reading: Reading;
  #lines: readonly RecordedLine[];
  /** What the clock said for the last line. */
  #clock: Date;

  constructor(
    pair: SigningPair,
    file: GrowingFile | null,
    { reading, line }: Taken,
    { now, clock }: { readonly now: () => Date; readonly clock: Date },
  ) {
    this.publicKey = pair.publicKey;
    this.firstHash = reading.end.prev;
    this.#pair = pair;
    this.#file = file;
    this.#now = now;
    this.#reading = reading;
    this.#lines = [inWords(line)];
    this.#clock = clock;
  }

  get path(): string | null {
    return this.#file?.path ?? null;
  }

  get sealed(): boolean {
    return this.#reading.sealed;
  }

  get lines(): readonly RecordedLine[] {
    return this.#lines;
  }

  note(notes: readonly RecordNote[]): Result<null, FileFailure> {
    if (notes.some(({ event }) => event === SEALED)) throw new Error("A record is sealed by seal() alone.");
    return notes.length === 0 ? ok(null) : this.#write(notes);
  }

  seal(): Result<{ readonly head: string }, FileFailure> {
    const written = this.#write([sealNote(this.publicKey)]);
    if (!written.ok) return written;
    this.close();
    return ok({ head: this.#reading.end.prev });
  }

  close(): void {
    this.#pair.wipe();
    this.#file?.close();
  }

  /** The record goes on only once its lines are on the medium. */
  #write(notes: readonly RecordNote[]): Result<null, FileFailure> {
    if (this.sealed) throw new Error("This record is sealed.");
    const clock = this.#now();
    let reading = this.#reading;
    // As FORMATS writes them, times sort as text. What no line can hold is behind any.
    const told = timeOf(clock) ?? "";
    const time = reading.time > told ? reading.time : told;
    const texts: string[] = [];
    const lines: RecordedLine[] = [];
    for (const note of [...this.#jumpBack(clock), ...notes]) {
      const line = lineAt(reading.end, time, note);
      const text = lineText(note.event === SEALED ? signed(line, this.#pair) : line);
      const taken = takenBy(reading, text);
      reading = taken.reading;
      texts.push(text);
      lines.push(inWords(taken.line));
    }
    const appended = this.#file?.append(bytesOf(texts)) ?? ok(null);
    if (!appended.ok) return fail(appended.error);
    this.#reading = reading;
    this.#lines = [...this.#lines, ...lines];
    if (!Number.isNaN(clock.getTime())) this.#clock = clock;
    return ok(null);
  }

  #jumpBack(clock: Date): readonly RecordNote[] {
    if (clock >= this.#clock) return [];
    const to = Number.isNaN(clock.getTime()) ? null : clock.toISOString();
    const data = { from: this.#clock.toISOString(), to };
    return [{ event: "clock.backward", actor: "app", data }];
  }
}

/** A line of the record, and what a reader has read who has come to its end. */
interface Taken {
  readonly reading: Reading;
  readonly line: Line;
}

/** What a reader has read who takes this line next. A line that no reader would take is a bug of who noted it. */
function takenBy(reading: Reading, text: string): Taken {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LINE_LIMIT) throw new Error("A line of the record is too long.");
  const read = readOn(reading, bytes);
  if (!read.ok) throw new Error(`A line does not fit the record: ${read.error.code}.`);
  return read.value;
}

function bytesOf(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\n`).join(""));
}
