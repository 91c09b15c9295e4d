import { expect, it } from "vitest";
import { mountOf, readMounts } from "../../../electron/preflight/mounts";
import { mountLine, systemFolder } from "./system-folder";

it("reads what is mounted, escapes undone, and skips lines that are none", async () => {
  const system = await systemFolder({
    "/proc/self/mountinfo": [
      mountLine("8:1", "/"),
      "nonsense\n",
      "1 2 8:1 - - -\n",
      mountLine("8:17", "/media/MY\\040STICK", "vfat", "/dev/sdb1"),
      "36 35 0:30 / /no/options rw - tmpfs tmpfs size=4k\n",
    ].join(""),
  });
  expect(await readMounts(system)).toEqual([
    { device: "8:1", folder: "/", type: "ext4", source: "/dev/x", options: "rw" },
    { device: "8:17", folder: "/media/MY STICK", type: "vfat", source: "/dev/sdb1", options: "rw" },
    { device: "0:30", folder: "/no/options", type: "tmpfs", source: "tmpfs", options: "size=4k" },
  ]);
});

it("does not know them where the system does not tell", async () => {
  expect(await readMounts(await systemFolder({}))).toBe(null);
});

it.each([
  ["/", "root"],
  ["/home/ada", "root"],
  ["/media", "root"],
  ["/media/stick", "later"],
  ["/media/stick/deep/er", "later"],
  ["/media/sticky", "root"],
])("finds what %s lies in: %s", (folder, source) => {
  const mounts = [
    ["/", "root"],
    ["/media/stick", "earlier"],
    ["/media/stick", "later"],
  ].map(([at = "", source = ""]) => ({ device: "8:1", folder: at, type: "ext4", source, options: "rw" }));
  expect(mountOf(folder, mounts)?.source).toBe(source);
  expect(mountOf(folder, [])).toBe(null);
});
