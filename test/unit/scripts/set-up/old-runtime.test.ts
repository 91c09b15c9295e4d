import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasIntegrity } from "../../../../scripts/set-up/old-runtime.mjs";

describe("hasIntegrity", () => {
  const bytes = randomBytes(200_000);
  const pinned = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "integrity-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("takes the pinned bytes", async () => {
    await writeFile(join(folder, "whole"), bytes);
    expect(await hasIntegrity(join(folder, "whole"), pinned)).toBe(true);
  });

  it.each([0, 100_000, 199_999])("refuses them with one bit flipped in byte %i", async (at) => {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    await writeFile(join(folder, "flipped"), flipped);
    expect(await hasIntegrity(join(folder, "flipped"), pinned)).toBe(false);
  });

  it("refuses a part of them", async () => {
    await writeFile(join(folder, "part"), bytes.subarray(0, -1));
    expect(await hasIntegrity(join(folder, "part"), pinned)).toBe(false);
  });
});
