import type { DiskOperation } from "./recorded-disk";

/** What a folder holds: the bytes under each path. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** A file's contents, whatever it is called: as written, and as flushed, null where it never was. */
interface Content {
  written: Uint8Array;
  flushed: Uint8Array | null;
}

/** A change of names that a flush of the folder makes last. */
type NameChange = (names: Map<string, Content>) => void;

/** A disk after some operations: its names as they were last flushed, and what happened to them since. */
interface Disk {
  readonly flushed: ReadonlyMap<string, Content>;
  readonly pending: readonly NameChange[];
}

/**
 * Every folder that a power cut after the first `count` operations can leave, by the weakest promise that file systems
 * give: names changed since the folder's last flush are there or not, each for itself; what a file got since its last flush
 * is there, lost, or half there. A rename is done or not done.
 */
export function foldersAfterCrash(
  before: Folder,
  operations: readonly DiskOperation[],
  count: number,
): readonly Folder[] {
  const { flushed, pending } = replay(before, operations.slice(0, count));
  const folders: Folder[] = [];
  for (let chosen = 0; chosen < 2 ** pending.length; chosen += 1) {
    const names = new Map(flushed);
    for (const [at, change] of pending.entries()) if ((chosen >> at) % 2 === 1) change(names);
    folders.push(...withContents(names));
  }
  return folders;
}

/** The folder when nothing is lost: what a killed process leaves, and what the whole run leaves at its end. */
export function folderAfterKill(before: Folder, operations: readonly DiskOperation[], count: number): Folder {
  const { flushed, pending } = replay(before, operations.slice(0, count));
  const names = new Map(flushed);
  for (const change of pending) change(names);
  return new Map([...names].map(([path, { written }]) => [path, written]));
}

function replay(before: Folder, operations: readonly DiskOperation[]): Disk {
  const now = new Map<string, Content>(
    [...before].map(([path, bytes]) => [path, { written: bytes, flushed: bytes }]),
  );
  let flushed: ReadonlyMap<string, Content> = new Map(now);
  let pending: NameChange[] = [];
  const change = (by: NameChange) => {
    by(now);
    pending.push(by);
  };
  const at = (path: string): Content => {
    const content = now.get(path);
    if (content === undefined) throw new Error(`Nothing is called ${path}.`);
    return content;
  };
  for (const operation of operations) {
    switch (operation.do) {
      case "create": {
        const content: Content = { written: new Uint8Array(), flushed: null };
        change((names) => names.set(operation.path, content));
        break;
      }
      case "write":
        at(operation.path).written = operation.bytes;
        break;
      case "flush": {
        const content = at(operation.path);
        content.flushed = content.written;
        break;
      }
      case "flush-folder":
        flushed = new Map(now);
        pending = [];
        break;
      case "link": {
        const content = at(operation.from);
        change((names) => names.set(operation.to, content));
        break;
      }
      case "rename": {
        const content = at(operation.from);
        change((names) => {
          names.set(operation.to, content);
          names.delete(operation.from);
        });
        break;
      }
      case "remove":
        change((names) => names.delete(operation.path));
        break;
    }
  }
  return { flushed, pending };
}

/** Every way in which what was not flushed is there, lost or half there. */
function withContents(names: ReadonlyMap<string, Content>): Folder[] {
  let folders: Folder[] = [new Map()];
  for (const [path, { written, flushed }] of names) {
    const versions =
      flushed === written ? [written] : [flushed ?? new Uint8Array(), halfThere(flushed, written), written];
    folders = versions.flatMap((bytes) => folders.map((folder) => new Map(folder).set(path, bytes)));
  }
  return folders;
}

/** Half of what a file got since its last flush: of one that grew, behind what was flushed. */
function halfThere(flushed: Uint8Array | null, written: Uint8Array): Uint8Array {
  const kept =
    flushed !== null && Buffer.from(written).subarray(0, flushed.length).equals(flushed) ? flushed.length : 0;
  return written.subarray(0, kept + (written.length - kept) / 2);
}
