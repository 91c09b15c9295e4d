import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "../../../../scripts/set-up/fingerprint.mjs";

describe("fingerprint", () => {
  const names = ["source", "config.json"];
  let root: string;
  let before: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "fingerprint-"));
    await mkdir(join(root, "source", "deep"), { recursive: true });
    await writeFile(join(root, "source", "deep", "one.ts"), "one");
    await writeFile(join(root, "config.json"), "{}");
    before = await fingerprint(root, names);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("stays while nothing changes, and when a file is written again as it was", async () => {
    await writeFile(join(root, "config.json"), "{}");
    expect(await fingerprint(root, names)).toBe(before);
  });

  it("ignores what is not named", async () => {
    await writeFile(join(root, "README.md"), "new");
    expect(await fingerprint(root, names)).toBe(before);
  });

  it.each([
    ["a file changes", () => writeFile(join(root, "source", "deep", "one.ts"), "two")],
    ["a file is added", () => writeFile(join(root, "source", "two.ts"), "")],
    [
      "a file is renamed",
      () => rename(join(root, "source", "deep", "one.ts"), join(root, "source", "one.ts")),
    ],
    ["a file is removed", () => rm(join(root, "config.json"))],
  ])("changes when %s", async (_, change) => {
    await change();
    expect(await fingerprint(root, names)).not.toBe(before);
  });
});
