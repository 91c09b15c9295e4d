import { statfs } from "node:fs/promises";
import { expect, it } from "vitest";
import { judgeFreeSpace, readFreeSpace } from "../../../electron/preflight/free-space";
import { temporaryFolder } from "../files/temporary-folder";

const MiB = 2 ** 20;

it.each([
  [64 * MiB, "good", "Free: 64 MiB at /media/KEYS."],
  [5 * 1024 * MiB, "good", "Free: 5 GiB at /media/KEYS."],
  [64 * MiB - 1, "red", "Free: 63 MiB at /media/KEYS. A ceremony needs 64 MiB at each."],
  [0, "red", "Free: 0 MiB at /media/KEYS. A ceremony needs 64 MiB at each."],
  [null, "not-known", "Free: not known at /media/KEYS."],
])("judges %s bytes: %s", (bytes, verdict, found) => {
  expect(judgeFreeSpace([{ place: "/media/KEYS", bytes }])).toEqual({ verdict, found });
});

it("is red where one of several places is full, and not known without any", () => {
  const spaces = [
    { place: "/a", bytes: null },
    { place: "/b", bytes: 1 },
  ];
  expect(judgeFreeSpace(spaces)).toMatchObject({ verdict: "red" });
  expect(judgeFreeSpace([])).toMatchObject({ verdict: "not-known" });
});

it("asks each folder, and knows nothing of one that is not there", async () => {
  const folder = await temporaryFolder();
  const free = async (path: string) => (await statfs(path)).bavail;
  expect(await readFreeSpace([folder, `${folder}/missing`], free)).toEqual([
    { place: folder, bytes: expect.any(Number) },
    { place: `${folder}/missing`, bytes: null },
  ]);
});
