import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createGrowingFile } from "../../../electron/files/append-flushed";
import { temporaryFolder } from "./temporary-folder";

const piece = (text: string) => new TextEncoder().encode(text);
const content = "first line\nsecond line\n";

async function grown() {
  const file = createGrowingFile(join(await temporaryFolder(), "file"), piece("first line\n"));
  if (!file.ok) throw new Error(file.error.code);
  file.value.append(piece("second line\n"));
  return file.value;
}

it.each<[string, (path: string) => void]>([
  ["cut to nothing", (path) => truncateSync(path, 0)],
  ["cut in the middle of a line", (path) => truncateSync(path, 5)],
  ["cut by its last byte", (path) => truncateSync(path, content.length - 1)],
  ["changed in its first line", (path) => writeFileSync(path, content.replace("first", "FIRST"))],
  ["changed and longer", (path) => writeFileSync(path, `${content.replace("second", "SECOND")}third line\n`)],
])("a file that was %s is told, left as it is, and goes on once it is whole", async (_, meddle) => {
  const file = await grown();
  meddle(file.path);
  const meddled = readFileSync(file.path);
  const { path } = file;
  for (let times = 0; times < 2; times += 1) {
    expect(file.append(piece("more\n"))).toEqual({ ok: false, error: { code: "file.not-as-written", path } });
    expect(readFileSync(path, "utf8").startsWith(meddled.subarray(0, 5).toString())).toBe(true);
    expect(readFileSync(path).includes(0)).toBe(false);
  }
  writeFileSync(path, content);
  expect(file.append(piece("more\n"))).toEqual({ ok: true, value: null });
  expect(readFileSync(path, "utf8")).toBe(`${content}more\n`);
});

it("what was added behind its end is taken away by the next piece", async () => {
  const file = await grown();
  appendFileSync(file.path, "somebody else's line\n");
  expect(file.append(piece("more\n"))).toEqual({ ok: true, value: null });
  expect(readFileSync(file.path, "utf8")).toBe(`${content}more\n`);
});
