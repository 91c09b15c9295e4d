import type * as SyncFileSystem from "node:fs";
import type * as FileSystem from "node:fs/promises";

/** One thing that was done to a disk. Files are named by what they were called when it was done. */
export type DiskOperation =
  | { readonly do: "create"; readonly path: string }
  | { readonly do: "write"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly do: "flush"; readonly path: string }
  | { readonly do: "flush-folder" }
  | { readonly do: "link" | "rename"; readonly from: string; readonly to: string }
  | { readonly do: "remove"; readonly path: string };

/** What was done since the last `begin`, and whether the disk knows hard links. */
export interface DiskRecorder {
  operations: DiskOperation[];
  links: boolean;
}

/**
 * Node's file system, which does everything as it always does and keeps account of what changes a disk. It stands in for
 * `node:fs/promises` in a test: nothing in the code that is tested knows of it.
 */
export function recordingFileSystem(real: typeof FileSystem, recorder: DiskRecorder): typeof FileSystem {
  const note = (operation: DiskOperation) => recorder.operations.push(operation);
  return {
    ...real,
    open: async (path, flags, mode) => {
      const handle = await real.open(path, flags, mode);
      const name = String(path);
      const isFolder = (await handle.stat()).isDirectory();
      if (flags === "wx") note({ do: "create", path: name });
      const { writeFile, sync } = handle;
      handle.writeFile = async (data, ...more) => {
        await writeFile.call(handle, data, ...more);
        note({ do: "write", path: name, bytes: Uint8Array.from(data as Uint8Array) });
      };
      handle.sync = async () => {
        await sync.call(handle);
        note(isFolder ? { do: "flush-folder" } : { do: "flush", path: name });
      };
      return handle;
    },
    link: async (from, to) => {
      if (!recorder.links) throw Object.assign(new Error("link"), { code: "EPERM" });
      await real.link(from, to);
      note({ do: "link", from: String(from), to: String(to) });
    },
    rename: async (from, to) => {
      await real.rename(from, to);
      note({ do: "rename", from: String(from), to: String(to) });
    },
    unlink: async (path) => {
      await real.unlink(path);
      note({ do: "remove", path: String(path) });
    },
  };
}

/** What a descriptor leads to. A growing file's bytes are kept, for a piece that is appended is told as all of them. */
interface Opened {
  readonly name: string;
  readonly isFolder: boolean;
  bytes: Uint8Array;
}

/** The same for `node:fs`, as far as a ceremony's record is written by it: every piece is flushed before the call returns. */
export function recordingSyncFileSystem(
  real: typeof SyncFileSystem,
  recorder: DiskRecorder,
): typeof SyncFileSystem {
  const note = (operation: DiskOperation) => recorder.operations.push(operation);
  const opened = new Map<number, Opened>();
  const openSync: typeof real.openSync = (path, flags, mode) => {
    const descriptor = real.openSync(path, flags, mode);
    const isFolder = real.fstatSync(descriptor).isDirectory();
    opened.set(descriptor, { name: String(path), isFolder, bytes: new Uint8Array() });
    if (String(flags).startsWith("wx")) note({ do: "create", path: String(path) });
    return descriptor;
  };
  const writeSync = (descriptor: number, piece: Uint8Array, from: number, length: number, at: number) => {
    const written = real.writeSync(descriptor, piece, from, length, at);
    const file = opened.get(descriptor);
    if (file !== undefined) {
      file.bytes = Buffer.concat([file.bytes.subarray(0, at), piece.subarray(from, from + written)]);
      note({ do: "write", path: file.name, bytes: file.bytes });
    }
    return written;
  };
  const fsyncSync: typeof real.fsyncSync = (descriptor) => {
    real.fsyncSync(descriptor);
    const file = opened.get(descriptor);
    if (file !== undefined) note(file.isFolder ? { do: "flush-folder" } : { do: "flush", path: file.name });
  };
  return { ...real, openSync, writeSync: writeSync as typeof real.writeSync, fsyncSync };
}
