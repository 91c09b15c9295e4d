import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { tryPlace } from "../../../electron/files/try-place";
import { temporaryFolder } from "./temporary-folder";

const failing = vi.hoisted(() => ({ call: "" }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  // It fails once: what is tried again succeeds.
  const once = (call: string) => {
    if (failing.call !== call) return;
    failing.call = "";
    throw Object.assign(new Error("i/o"), { code: "EIO" });
  };
  return {
    ...real,
    unlink: async (...given: Parameters<typeof real.unlink>) => {
      once("unlink");
      return real.unlink(...given);
    },
    rm: async (...given: Parameters<typeof real.rm>) => {
      once("rm");
      return real.rm(...given);
    },
  };
});
afterEach(() => {
  failing.call = "";
});

it.each(["unlink", "rm"])(
  "refuses a medium from which its trial cannot be removed, and tries again: %s",
  async (call) => {
    const folder = await temporaryFolder();
    failing.call = call;
    const path = join(folder, "keystore.json");
    const error = { code: "file.failed", path, reason: "EIO" };
    expect(await tryPlace(path)).toEqual({ ok: false, error });
    expect(await readdir(folder)).toEqual([]);
  },
);
