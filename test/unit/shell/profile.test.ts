import { spawnSync } from "node:child_process";
import { chmod, chown, mkdir, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInUse, whyProfileUnusable } from "../../../electron/shell/profile";
import { asNobody } from "../files/as-nobody";
import { temporaryFolder } from "../files/temporary-folder";

const asRoot = process.getuid?.() === 0;
const NOBODY = 65534;

describe("whyProfileUnusable", () => {
  it("makes a folder that is missing, for its user alone, and leaves nothing in it", async () => {
    const folder = join(await temporaryFolder(), "config", "key-ceremony");
    expect(whyProfileUnusable(folder)).toBeNull();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toEqual([]);
    expect(whyProfileUnusable(folder)).toBeNull();
  });

  it("takes its own folder back from a mask that left nobody anything, and from everybody else", async () => {
    const folder = join(await temporaryFolder(), "key-ceremony");
    await mkdir(folder);
    for (const mode of [0o000, 0o500, 0o777]) {
      await chmod(folder, mode);
      expect(whyProfileUnusable(folder)).toBeNull();
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
  });

  it("names the folder, and never speaks of what is no fault", async () => {
    const home = await temporaryFolder();
    await writeFile(join(home, "key-ceremony"), "");
    await writeFile(join(home, ".config"), "");
    for (const folder of [join(home, "key-ceremony"), join(home, ".config", "key-ceremony")]) {
      expect(whyProfileUnusable(folder)).toMatch(
        /^Key Ceremony did not start: its folder “.*\/key-ceremony” cannot be created: there is a file where a folder should be\. .*Move that file away\./,
      );
    }
    expect(whyProfileUnusable(join(home, "n".repeat(300)))).toMatch(/could not be used \(ENAMETOOLONG\)/);
  });

  it("says that a folder cannot be written to", async () => {
    const home = await temporaryFolder();
    await chmod(home, 0o555);
    const missing = await asNobody(async () => whyProfileUnusable(join(home, "key-ceremony")));
    expect(missing).toMatch(/cannot be written to by you.*Make it yours/);
    expect(missing).toMatch(/XDG_CONFIG_HOME/);
  });

  it.skipIf(!asRoot)(
    "refuses a folder of another user, or with something of theirs in it (needs root)",
    async () => {
      const folder = join(await temporaryFolder(), "key-ceremony");
      await mkdir(folder);
      await writeFile(join(folder, "Preferences"), "{}");
      expect(whyProfileUnusable(folder)).toBeNull();
      await chown(join(folder, "Preferences"), NOBODY, NOBODY);
      expect(whyProfileUnusable(folder)).toMatch(
        /it belongs to another user, as it does after a start with sudo/,
      );
      await chown(join(folder, "Preferences"), 0, 0);
      await chown(folder, NOBODY, NOBODY);
      expect(whyProfileUnusable(folder)).toMatch(
        /it belongs to another user, as it does after a start with sudo/,
      );
      // A link that leads nowhere is somebody's too: Chromium's lock is one.
      await chown(folder, 0, 0);
      await symlink("machine-1", join(folder, "SingletonLock"));
      expect(whyProfileUnusable(folder)).toBeNull();
    },
  );

  it.skipIf(!asRoot)("says that the medium is read-only, or full (needs root)", async () => {
    const home = await temporaryFolder();
    const mounted = (size: string) =>
      spawnSync("mount", ["-t", "tmpfs", "-o", size, "none", home]).status === 0;
    const looked = (options: string) => {
      if (!mounted(options)) return null;
      try {
        return whyProfileUnusable(join(home, ".config", "key-ceremony"));
      } finally {
        spawnSync("umount", [home]);
      }
    };
    expect(looked("size=64k") ?? "its disk is full: no mount here").toMatch(/its disk is full/);
    expect(looked("ro") ?? "a medium that cannot be written to: no mount here").toMatch(
      /a medium that cannot be written to/,
    );
  });
});

describe("isInUse", () => {
  const locked = async (by: string) => {
    const folder = await temporaryFolder();
    await symlink(by, join(folder, "SingletonLock"));
    return isInUse(folder);
  };

  it("is so while the process of the lock runs", async () => {
    expect(await locked(`${hostname()}-${process.ppid}`)).toBe(true);
    expect(await locked(`${hostname()}-1`)).toBe(true);
    expect(await asNobody(() => locked("a-machine-with-dashes-1"))).toBe(true);
  });

  it("is not so without a lock, or by one that is left over, one's own, or none of Chromium's", async () => {
    expect(isInUse(await temporaryFolder())).toBe(false);
    expect(await locked(`${hostname()}-${process.pid}`)).toBe(false);
    expect(await locked(`${hostname()}-2147483646`)).toBe(false);
    expect(await locked("something")).toBe(false);
  });
});
