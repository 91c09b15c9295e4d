import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure } from "./failure";
import { flushFolderSync } from "./flush-folder";
import { setModeSync } from "./ownership";

/** A file of this process that only grows, by pieces that are on the medium when the call returns. */
export interface GrowingFile {
  readonly path: string;
  /**
   * Appends a short piece and flushes it. On a failure the file is as it was before the piece, as far as the medium
   * lets it, and the same piece may be tried again. Fails too where somebody has changed what was written, and where the
   * path no longer leads to this file; one that went away and came back with its medium is found again by its bytes. Throws once closed.
   */
  append(piece: Uint8Array): Result<null, FileFailure>;
  /** Calling it again changes nothing. */
  close(): void;
}

/**
 * Makes a new file (exclusively, 0600) that begins with `first`, flushed, its folder too. A failure leaves no file;
 * file.exists means that nothing was touched. All of it is synchronous: whoever appends must not go on before it is done.
 */
export function createGrowingFile(path: string, first: Uint8Array): Result<GrowingFile, FileFailure> {
  let created: NewGrowingFile | null = null;
  try {
    const descriptor = openSync(path, "wx+", 0o600);
    created = growingFile(path, descriptor);
    setModeSync(descriptor, 0o600);
    const begun = created.append(first);
    if (begun.ok) {
      flushFolderSync(dirname(path));
      return ok(created);
    }
    created.abandon();
    return begun;
  } catch (thrown) {
    created?.abandon();
    return fail(fileFailure(thrown, path, "writing"));
  }
}

interface NewGrowingFile extends GrowingFile {
  /** Closes it and takes it away again, if it is still what stands there. */
  abandon(): void;
}

function growingFile(path: string, first: number): NewGrowingFile {
  let open = true;
  let descriptor = first;
  let content: Uint8Array = new Uint8Array(0);
  const attempt = (piece: Uint8Array) => {
    const appended = appendFlushed(path, descriptor, content, piece);
    if (!appended.ok) takeBack(descriptor, content.length);
    return appended;
  };
  const close = () => {
    if (open) abandonDescriptor(descriptor);
    open = false;
  };
  return {
    path,
    append: (piece) => {
      // The number of a closed file may be another file's by now.
      if (!open) throw new Error("This file was closed.");
      let appended = attempt(piece);
      const returned = appended.ok ? null : returnedFile(path, descriptor, content, piece);
      if (returned !== null) {
        abandonDescriptor(descriptor);
        descriptor = returned;
        appended = attempt(piece);
      }
      if (appended.ok) content = Buffer.concat([content, piece]);
      return appended;
    },
    close,
    abandon: () => {
      const isThere = leadsTo(path, descriptor, null).ok;
      close();
      if (isThere) unlinkQuietly(path);
    },
  };
}

/**
 * Another file than the one that is held stands at the path, with its very bytes, and behind them at most a part of the
 * piece that could not be written: its medium was taken out and is back. Gives it opened; null for anything else.
 */
function returnedFile(path: string, held: number, content: Uint8Array, piece: Uint8Array): number | null {
  let descriptor: number | null = null;
  try {
    if (isSameFile(statSync(path, { bigint: true }), held)) return null;
    descriptor = openSync(path, constants.O_RDWR | constants.O_NOFOLLOW);
    const { size } = fstatSync(descriptor);
    const whole = Buffer.concat([content, piece]);
    const fits = size >= content.length && size <= whole.length;
    if (fits && beginsWith(descriptor, whole.subarray(0, size))) return descriptor;
  } catch {
    // What kept the piece from being written is what the person is told.
  }
  if (descriptor !== null) abandonDescriptor(descriptor);
  return null;
}

/** Whether what is held is the file that was found; nobody can tell of what is held when its medium is gone. */
function isSameFile(found: BigIntStats, held: number): boolean {
  try {
    const { dev, ino } = fstatSync(held, { bigint: true });
    return dev === found.dev && ino === found.ino;
  } catch {
    return false;
  }
}

/** Whether an open file's first bytes are these. */
function beginsWith(descriptor: number, bytes: Uint8Array): boolean {
  const there = Buffer.alloc(bytes.length);
  let read = 0;
  while (read < there.length) {
    const got = readSync(descriptor, there, read, there.length - read, read);
    if (got === 0) return false;
    read += got;
  }
  return there.equals(bytes);
}

/** A file whose medium is gone cannot be closed properly. */
function abandonDescriptor(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // It was flushed piece by piece.
  }
}

function appendFlushed(
  path: string,
  descriptor: number,
  content: Uint8Array,
  piece: Uint8Array,
): Result<null, FileFailure> {
  const { length } = content;
  try {
    // One that was cut or changed is left as it is: filled up with zeros it would look whole.
    if (!beginsWith(descriptor, content)) return fail({ code: "file.not-as-written", path });
    // What an earlier failure may have left behind.
    ftruncateSync(descriptor, length);
    let written = 0;
    while (written < piece.length) {
      written += writeSync(descriptor, piece, written, piece.length - written, length + written);
    }
    fsyncSync(descriptor);
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "writing"));
  }
  return leadsTo(path, descriptor, length + piece.length);
}

/** Whether people who look for the path find this file, and of this length: it was not moved, replaced or added to. */
function leadsTo(path: string, descriptor: number, length: number | null): Result<null, FileFailure> {
  try {
    const [there, held] = [statSync(path, { bigint: true }), fstatSync(descriptor, { bigint: true })];
    const same =
      there.dev === held.dev && there.ino === held.ino && (length === null || there.size === BigInt(length));
    return same ? ok(null) : fail({ code: "file.not-as-written", path });
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "reading"));
  }
}

/** After a failure. What led here is what the person is told, so a second failure is not. */
function takeBack(descriptor: number, length: number): void {
  try {
    if (fstatSync(descriptor).size > length) ftruncateSync(descriptor, length);
    fsyncSync(descriptor);
  } catch {
    // The half piece stays until the next try; without one a reader tells it as cut off.
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // As above: the first failure is what is told.
  }
}
