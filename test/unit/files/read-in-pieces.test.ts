import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fail, ok } from "../../../electron/contract/result";
import { readInPieces } from "../../../electron/files/read-in-pieces";
import { temporaryFolder } from "./temporary-folder";

it("gives all of a file in small pieces", async () => {
  const path = join(await temporaryFolder(), "file");
  const bytes = Buffer.alloc(200_000, "0123456789");
  await writeFile(path, bytes);
  const pieces: Buffer[] = [];
  const read = await readInPieces(path, (piece) => {
    pieces.push(Buffer.from(piece));
    return ok(null);
  });
  expect(read).toEqual({ ok: true, value: null });
  expect(Buffer.concat(pieces)).toEqual(bytes);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024);
});

it("reads no further than the piece that was refused, even of a file that does not say how long it is", async () => {
  let taken = 0;
  const read = await readInPieces("/proc/self/maps", () => {
    taken += 1;
    return fail({ code: "enough" });
  });
  expect([read, taken]).toEqual([{ ok: false, error: { code: "enough" } }, 1]);
});

it.each([
  ["/nowhere/file", "file.missing"],
  ["/dev/zero", "file.not-a-file"],
  ["/tmp", "file.is-folder"],
])("refuses %s", async (path, code) => {
  expect(await readInPieces(path, () => ok(null))).toEqual({ ok: false, error: { code, path } });
});
