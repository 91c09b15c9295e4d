import { disksOf } from "./block-devices";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import { type Mount, mountOf } from "./mounts";
import type { SystemFiles } from "./system-files";

/** A stick, card or outer disk. */
export interface Medium {
  /** What it calls itself, and its name here, such as "SanDisk Ultra (sdb)". */
  readonly name: string;
  readonly folders: readonly string[];
  /** Whether the system runs from it, or the ceremony is to write to it. */
  readonly expected: boolean;
}

/** Where live systems mount the medium that they run from: Debian and Tails, Fedora, Ubuntu. */
const LIVE = new Set(["/run/live/medium", "/lib/live/mount/medium", "/run/initramfs/live", "/cdrom"]);

/** Looks for removable media and disks at a USB cable in /sys/block; null where the system does not list them. */
export async function readStorage(
  system: SystemFiles,
  places: readonly string[],
  mounts: readonly Mount[] | null,
): Promise<readonly Medium[] | null> {
  const disks = await system.names("/sys/block");
  if (disks === null || mounts === null) return null;
  const mounted = await Promise.all(
    mounts.map(async (mount) => ({ mount, disks: await disksOf(system, mount) })),
  );
  const targets = await Promise.all(["/", ...places].map((place) => system.target(place)));
  const expected = new Set(targets.map((folder) => (folder === null ? null : mountOf(folder, mounts))));
  const media = await Promise.all(
    disks.map(async (disk): Promise<Medium[]> => {
      const here = mounted.filter((one) => one.disks.includes(disk)).map(({ mount }) => mount);
      if (!(await isAttached(system, disk, here.length > 0))) return [];
      return [
        {
          name: await nameOf(system, disk),
          folders: here.map(({ folder }) => folder),
          expected: here.some((mount) => expected.has(mount) || LIVE.has(mount.folder)),
        },
      ];
    }),
  );
  return media.flat();
}

/** An empty card reader has no size; an optical drive claims one without a disc, and counts when something is mounted. */
async function isAttached(system: SystemFiles, disk: string, isMounted: boolean): Promise<boolean> {
  const size = await system.text(`/sys/block/${disk}/size`);
  if (size === null || size === "0") return false;
  if (disk.startsWith("sr")) return isMounted;
  if ((await system.text(`/sys/block/${disk}/removable`)) === "1") return true;
  // A memory card in a reader of its own is not called removable.
  if ((await system.text(`/sys/block/${disk}/device/type`)) === "SD") return true;
  return /\/usb\d/.test((await system.target(`/sys/block/${disk}`)) ?? "");
}

async function nameOf(system: SystemFiles, disk: string): Promise<string> {
  const vendor = await system.text(`/sys/block/${disk}/device/vendor`);
  const model = await system.text(`/sys/block/${disk}/device/model`);
  const words = [vendor, model].filter((word) => word !== null && word !== "");
  return words.length === 0 ? disk : `${words.join(" ")} (${disk})`;
}

/** Red where something is attached that neither the system nor the ceremony needs. */
export function judgeStorage(media: readonly Medium[] | null): Judgement {
  if (media === null) return notKnown("This system does not tell what is attached. Look at its sockets.");
  const others = media.filter(({ expected }) => !expected);
  const needed = media.filter(({ expected }) => expected);
  const text = [
    ...(others.length > 0 ? [`Not part of this ceremony: ${shortList(others.map(described))}.`] : []),
    ...(needed.length > 0 ? [`Needed here: ${shortList(needed.map(described))}.`] : []),
  ].join(" ");
  if (others.length > 0) return red(text);
  return good(text || "No stick, card or outer disk is attached.");
}

function described({ name, folders }: Medium): string {
  return folders.length === 0 ? `${name}, not mounted` : `${name} at ${folders.join(" and ")}`;
}
