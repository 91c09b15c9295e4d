import type * as SyncFileSystem from "node:fs";
import type * as FileSystem from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { replaceFile } from "../../../electron/files/replace-file";
import { temporaryFolder } from "../../unit/files/temporary-folder";

/** Does something at one point of the code that is tested: before its nth call of the file system. */
const meddler: { at: number; seen: number; links: boolean; act: () => void } = vi.hoisted(() => ({
  at: -1,
  seen: 0,
  links: true,
  act: () => undefined,
}));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof FileSystem>();
  const before =
    <Given extends unknown[], Got>(call: (...given: Given) => Promise<Got>) =>
    async (...given: Given): Promise<Got> => {
      if (meddler.seen === meddler.at) meddler.act();
      meddler.seen += 1;
      return call(...given);
    };
  const opened = (handle: FileSystem.FileHandle) => {
    for (const name of ["read", "stat", "writeFile", "sync", "chmod", "chown", "close"] as const) {
      // Each keeps its own type; together they have none.
      const method = handle[name].bind(handle) as (...given: unknown[]) => Promise<unknown>;
      Object.defineProperty(handle, name, { value: before(method) });
    }
    return handle;
  };
  return {
    ...real,
    open: before(async (...given: Parameters<typeof real.open>) => opened(await real.open(...given))),
    rename: before(real.rename),
    unlink: before(real.unlink),
    lstat: before(real.lstat as (path: string) => Promise<unknown>),
    link: before(async (from: string, to: string) => {
      if (!meddler.links) throw Object.assign(new Error("link"), { code: "EPERM" });
      await real.link(from, to);
    }),
  };
});

const { readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } =
  await vi.importActual<typeof SyncFileSystem>("node:fs");
const utf8 = (text: string) => new TextEncoder().encode(text);
const THEIRS = "another program's";

/** How another program writes to a file: into it, or by a file of its own that gets the name. */
const ways: Readonly<Record<string, (path: string) => void>> = {
  "into the file": (path) => writeFileSync(path, THEIRS),
  "by a file of its own": (path) => {
    writeFileSync(`${path}.swap`, THEIRS);
    renameSync(`${path}.swap`, path);
  },
};

/** Replaces a file while another program writes to it before the nth call. Gives what came of it. */
async function replaceWhile(write: (path: string) => void, at: number) {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  writeFileSync(path, "old");
  const keptAs = join(folder, "keystore.generation-1.json");
  let written = false;
  Object.assign(meddler, {
    at,
    seen: 0,
    act: () => {
      written = true;
      write(path);
    },
  });
  const result = await replaceFile({ path, bytes: utf8("old"), keptAs }, utf8("new"));
  meddler.at = -1;
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  return { folder, result, files, written };
}

for (const links of [true, false]) {
  it.each(Object.entries(ways))(
    `loses nothing that another program writes %s, at any point (links: ${links})`,
    async (way, write) => {
      meddler.links = links;
      const ends = { refused: 0, told: 0, lost: 0, aside: 0, behind: 0 };
      let point = 0;
      for (; ; point += 1) {
        const { folder, result, files, written } = await replaceWhile(write, point);
        if (!written) break;
        const holding = [...files].filter(([, text]) => text === THEIRS).map(([name]) => name);
        expect([...files.keys()].filter((name) => name.startsWith(".kc-"))).toEqual([]);
        if (result.ok) {
          expect(files.get("keystore.generation-1.json")).toBe("old");
          if (files.get("keystore.json") === THEIRS) {
            // The new one was there and was read: what comes behind is no part of it.
            ends.behind += 1;
            continue;
          }
          // It wrote too late to be heard: that is told, and the old version is kept all the same.
          expect(files.get("keystore.json")).toBe("new");
          if (holding.length > 0) {
            expect(result.value?.keptAs).toBe(join(folder, holding[0] ?? ""));
            ends.told += 1;
          } else {
            expect(result.value).toEqual({ keptAs: null });
            ends.lost += 1;
          }
        } else if (result.error.code === "file.set-aside") {
          expect(files.get("keystore.json")).toBe("old");
          expect(holding.map((name) => join(folder, name))).toEqual([result.error.keptAs]);
          ends.aside += 1;
        } else {
          expect(result.error.code).toBe("keystore.changed-meanwhile");
          expect(holding).toContain("keystore.json");
          ends.refused += 1;
        }
      }

      expect(point).toBeGreaterThan(40);
      expect(ends.refused).toBeGreaterThan(20);
      expect(ends.aside).toBeGreaterThan(0);
      // What no program can be kept from: a file that gets the name between the last look and the renaming.
      expect(ends.lost).toBe(way === "by a file of its own" ? 1 : 0);
      expect(ends.told + ends.lost).toBeGreaterThan(0);
    },
  );
}

it("tells that the file was taken away in the last moment, and leaves the new one there", async () => {
  meddler.links = true;
  let told = 0;
  for (let point = 0; ; point += 1) {
    const { result, files, written } = await replaceWhile(unlinkSync, point);
    if (!written) break;
    if (result.ok && files.has("keystore.json")) {
      expect(result.value).toEqual({ keptAs: null });
      told += 1;
    }
  }
  expect(told).toBeGreaterThan(0);
});
