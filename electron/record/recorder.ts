import type { FileFailure } from "../contract/errors";
import type { RecordFacts } from "../contract/record-facts";
import { fail, ok, type Result } from "../contract/result";
import { toBase64url } from "../crypto/base64url";
import { newSigningPair, type SigningPair } from "../crypto/signing";
import { createGrowingFile, type GrowingFile } from "../files/append-flushed";
import { behind, CHAIN_START, type ChainEnd, lineAt, lineText } from "./chain";
import { LINE_LIMIT, type Line, readLine } from "./line";
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
 * repeat the last time and the jump is noted as `clock.backward`. Fails as a new file does; then nothing stays.
 */
export function openRecorder(
  header: RecordHeader,
  place: { readonly path: string } | null,
  now: () => Date,
): Result<Recorder, FileFailure> {
  const pair = newSigningPair();
  const reading = now();
  const opening = lineAt(CHAIN_START, reading.toISOString(), openingNote(header, pair.publicKey));
  const first = checked(opening);
  const end = behind(CHAIN_START, first);
  if (place === null) return ok(new CeremonyRecorder(pair, null, end, reading, now));
  const file = createGrowingFile(place.path, bytesOf([first]));
  if (file.ok) return ok(new CeremonyRecorder(pair, file.value, end, reading, now));
  pair.wipe();
  return file;
}

function openingNote({ parameters, ...header }: RecordHeader, publicKey: Uint8Array): RecordNote {
  return {
    event: "ceremony.opened",
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
  #end: ChainEnd;
  /** The last line's time; no line has an earlier one. */
  #time: Date;
  /** What the clock said for the last line. */
  #clock: Date;
  #sealed = false;

  constructor(pair: SigningPair, file: GrowingFile | null, end: ChainEnd, opened: Date, now: () => Date) {
    this.publicKey = pair.publicKey;
    this.firstHash = end.prev;
    this.#pair = pair;
    this.#file = file;
    this.#now = now;
    this.#end = end;
    this.#time = opened;
    this.#clock = opened;
  }

  get path(): string | null {
    return this.#file?.path ?? null;
  }

  get sealed(): boolean {
    return this.#sealed;
  }

  note(notes: readonly RecordNote[]): Result<null, FileFailure> {
    if (notes.some(({ event }) => event === SEALED)) throw new Error("A record is sealed by seal() alone.");
    return notes.length === 0 ? ok(null) : this.#write(notes);
  }

  seal(): Result<{ readonly head: string }, FileFailure> {
    const written = this.#write([sealNote(this.publicKey)]);
    if (!written.ok) return written;
    this.#sealed = true;
    this.close();
    return ok({ head: this.#end.prev });
  }

  close(): void {
    this.#pair.wipe();
    this.#file?.close();
  }

  /** The chain goes on only once its lines are on the medium. */
  #write(notes: readonly RecordNote[]): Result<null, FileFailure> {
    if (this.#sealed) throw new Error("This record is sealed.");
    const clock = this.#now();
    const time = clock < this.#time ? this.#time : clock;
    const texts: string[] = [];
    let end = this.#end;
    for (const note of [...this.#jumpBack(clock), ...notes]) {
      const line = lineAt(end, time.toISOString(), note);
      const text = checked(note.event === SEALED ? signed(line, this.#pair) : line);
      texts.push(text);
      end = behind(end, text);
    }
    const appended = this.#file?.append(bytesOf(texts)) ?? ok(null);
    if (!appended.ok) return fail(appended.error);
    this.#end = end;
    this.#time = time;
    this.#clock = clock;
    return ok(null);
  }

  #jumpBack(clock: Date): readonly RecordNote[] {
    if (clock >= this.#clock) return [];
    const data = { from: this.#clock.toISOString(), to: clock.toISOString() };
    return [{ event: "clock.backward", actor: "app", data }];
  }
}

/** A line's text, proven to be one that its reader takes: anything else is a bug of who noted it. */
function checked(line: Line): string {
  const text = lineText(line);
  const read = readLine(text, line.seq + 1);
  if (!read.ok) throw new Error(`A note of ${line.event} does not fit a record: ${read.error.code}.`);
  if (Buffer.byteLength(text) > LINE_LIMIT) throw new Error(`A note of ${line.event} is too long.`);
  return text;
}

function bytesOf(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\n`).join(""));
}
