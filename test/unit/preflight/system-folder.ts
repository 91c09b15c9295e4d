import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type SystemFiles, systemFiles } from "../../../electron/preflight/system-files";
import { temporaryFolder } from "../files/temporary-folder";

/** What lies at a path: a file's content, a symbolic link, or a folder. */
export type Entry = string | Uint8Array | { readonly link: string } | "folder/";

/** A real folder that looks like a system's root, for one test. */
export async function systemFolder(entries: Readonly<Record<string, Entry>>): Promise<SystemFiles> {
  const root = await temporaryFolder();
  await addTo(root, entries);
  return systemFiles(root);
}

/** Makes the files, links and folders below `root`. */
export async function addTo(root: string, entries: Readonly<Record<string, Entry>>): Promise<void> {
  for (const [path, entry] of Object.entries(entries)) {
    const at = join(root, path);
    await mkdir(entry === "folder/" ? at : dirname(at), { recursive: true });
    if (typeof entry === "object" && "link" in entry) await symlink(entry.link, at);
    else if (entry !== "folder/") await writeFile(at, entry);
  }
}

/** One line of /proc/self/mountinfo. */
export function mountLine(
  device: string,
  folder: string,
  type = "ext4",
  source = "/dev/x",
  options = "rw",
): string {
  return `36 35 ${device} / ${folder} rw,noatime shared:1 master:2 - ${type} ${source} ${options}\n`;
}

/** A disk with one partition, as /sys shows them: `sda` at 8:0 and `sda1` at 8:1, or of the letter and number given. */
export function disk(letter = "a", minor = 0, bus = "pci0000:00/ata1"): Record<string, Entry> {
  const name = `sd${letter}`;
  const folder = `/sys/devices/${bus}/block/${name}`;
  return {
    [`${folder}/size`]: "1000\n",
    [`${folder}/removable`]: "0\n",
    [`${folder}/slaves`]: "folder/",
    [`${folder}/${name}1/size`]: "900\n",
    [`${folder}/${name}1/partition`]: "1\n",
    [`/sys/block/${name}`]: { link: `../devices/${bus}/block/${name}` },
    [`/sys/class/block/${name}`]: { link: `../../devices/${bus}/block/${name}` },
    [`/sys/class/block/${name}1`]: { link: `../../devices/${bus}/block/${name}/${name}1` },
    [`/sys/dev/block/8:${minor}`]: { link: `../../devices/${bus}/block/${name}` },
    [`/sys/dev/block/8:${minor + 1}`]: { link: `../../devices/${bus}/block/${name}/${name}1` },
  };
}

/** A device-mapper volume over others: `dm-0` at 253:0, or of the number given. */
export function volume(uuid: string, over: readonly string[], number = 0): Record<string, Entry> {
  const folder = `/sys/devices/virtual/block/dm-${number}`;
  return {
    [`${folder}/size`]: "900\n",
    [`${folder}/dm/uuid`]: `${uuid}\n`,
    [`${folder}/slaves`]: "folder/",
    ...Object.fromEntries(
      over.map((name) => [`${folder}/slaves/${name}`, { link: `../../../../../class/block/${name}` }]),
    ),
    [`/sys/block/dm-${number}`]: { link: `../devices/virtual/block/dm-${number}` },
    [`/sys/class/block/dm-${number}`]: { link: `../../devices/virtual/block/dm-${number}` },
    [`/sys/dev/block/253:${number}`]: { link: `../../devices/virtual/block/dm-${number}` },
  };
}

export const LUKS = "CRYPT-LUKS2-0123456789abcdef0123456789abcdef-disk";
