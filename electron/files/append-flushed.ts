import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure } from "./failure";
import { flushFolderSync } from "./flush-folder";

/** A file of this process that only grows, by pieces that are on the medium when the call returns. */
export interface GrowingFile {
  readonly path: string;
  /**
   * Appends a short piece and flushes it. On a failure the file is as it was before the piece, as far as the medium
   * lets it, and the same piece may be tried again. Fails too where the path no longer leads to this file. Throws once closed.
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
  let created: GrowingFile | null = null;
  try {
    created = growingFile(path, openSync(path, "wx", 0o600));
    const begun = created.append(first);
    if (begun.ok) {
      flushFolderSync(dirname(path));
      return ok(created);
    }
    abandon(created);
    return begun;
  } catch (thrown) {
    if (created !== null) abandon(created);
    return fail(fileFailure(thrown, path, "writing"));
  }
}

function growingFile(path: string, descriptor: number): GrowingFile {
  let open = true;
  let length = 0;
  return {
    path,
    append: (piece) => {
      // The number of a closed file may be another file's by now.
      if (!open) throw new Error("This file was closed.");
      const appended = appendFlushed(path, descriptor, length, piece);
      if (appended.ok) length += piece.length;
      else takeBack(descriptor, length);
      return appended;
    },
    close: () => {
      if (open) closeSync(descriptor);
      open = false;
    },
  };
}

function appendFlushed(
  path: string,
  descriptor: number,
  length: number,
  piece: Uint8Array,
): Result<null, FileFailure> {
  try {
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

/** Whether people who look for the path find this file, of this length: it was not moved, replaced or added to. */
function leadsTo(path: string, descriptor: number, length: number): Result<null, FileFailure> {
  try {
    const [there, held] = [statSync(path, { bigint: true }), fstatSync(descriptor, { bigint: true })];
    const same = there.dev === held.dev && there.ino === held.ino && there.size === BigInt(length);
    return same ? ok(null) : fail({ code: "file.not-as-written", path });
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "reading"));
  }
}

/** After a failure. What led here is what the person is told, so a second failure is not. */
function takeBack(descriptor: number, length: number): void {
  try {
    ftruncateSync(descriptor, length);
    fsyncSync(descriptor);
  } catch {
    // The half piece stays until the next try; without one a reader tells it as cut off.
  }
}

function abandon(file: GrowingFile): void {
  file.close();
  try {
    unlinkSync(file.path);
  } catch {
    // As above: the first failure is what is told.
  }
}
