import type { SystemFiles } from "./system-files";

/** One mounted file system (Linux's proc(5), mountinfo). */
export interface Mount {
  /** Major and minor number, such as "8:1". Major 0 is no block device. */
  readonly device: string;
  readonly folder: string;
  readonly type: string;
  /** What was mounted, such as "/dev/sda1"; some file systems name something else. */
  readonly source: string;
  readonly options: string;
}

/** What is mounted, in the order in which it was; null where the system does not tell. */
export async function readMounts(system: SystemFiles): Promise<readonly Mount[] | null> {
  const text = await system.text("/proc/self/mountinfo");
  return text === null ? null : text.split("\n").flatMap(readLine);
}

/** A line's fields: six, any number of optional ones up to a dash, then type, source and options. */
function readLine(line: string): Mount[] {
  const fields = line.split(" ");
  const dash = fields.indexOf("-", 6);
  const [device, folder, type, source, options] = [
    fields[2],
    fields[4],
    fields[dash + 1],
    fields[dash + 2],
    fields[dash + 3],
  ];
  if (dash === -1 || device === undefined || folder === undefined || type === undefined) return [];
  return [
    { device, folder: unescaped(folder), type, source: unescaped(source ?? ""), options: options ?? "" },
  ];
}

/** The file system that a folder lies in: the deepest above it, and of two at one place the one mounted last. */
export function mountOf(folder: string, mounts: readonly Mount[]): Mount | null {
  const above = mounts.filter((mount) => mount.folder === "/" || `${folder}/`.startsWith(`${mount.folder}/`));
  return above.reduce<Mount | null>(
    (deepest, one) => (deepest === null || one.folder.length >= deepest.folder.length ? one : deepest),
    null,
  );
}

/** The kernel writes spaces, tabs, line ends and backslashes in paths as three octal digits. */
export function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
