import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { acquireLock } from "../../../electron/files/lock";
import { temporaryBeside } from "../../../electron/files/temporary";
import { tryNames } from "../../../electron/files/try-names";
import { tryPlace } from "../../../electron/files/try-place";
import { exfatMedium } from "./exfat-medium";
import { temporaryFolder } from "./temporary-folder";

it("takes names that the medium can have, and leaves nothing and touches nothing", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "keystore.json"), "there");
  expect(await tryNames(folder, ["keystore.json", "Keystore.json", "key 12:30?.txt", "ключ"])).toEqual({
    ok: true,
    value: null,
  });
  // They are this medium's to have, wherever else they would be refused.
  for (const name of ["key 12:30?.txt", "CON.txt", "key."]) {
    expect((await tryPlace(join(folder, name))).ok).toBe(true);
  }
  expect(await readdir(folder)).toEqual(["keystore.json"]);
});

it("refuses a name that is too long for the medium, in bytes", async () => {
  const folder = await temporaryFolder();
  for (const name of ["x".repeat(256), "ü".repeat(128)]) {
    const path = join(folder, name);
    expect(await tryNames(folder, ["a", name])).toEqual({
      ok: false,
      error: { code: "file.name-too-long", path },
    });
  }
  expect(await readdir(folder)).toEqual([]);
});

it("refuses a keystore's name that has room, while what is made from it has none", async () => {
  const folder = await temporaryFolder();
  const name = `${"x".repeat(250)}.json`;
  const path = join(folder, name);
  expect((await tryPlace(path)).ok).toBe(true);
  const beside = [`${name}.lock`];
  expect(await tryPlace(path, { beside })).toEqual({
    ok: false,
    error: { code: "file.name-too-long", path },
  });
  expect(await readdir(folder)).toEqual([]);
});

it("refuses two names that are one", async () => {
  const folder = await temporaryFolder();
  expect(await tryNames(folder, ["a", "b", "a"])).toEqual({
    ok: false,
    error: { code: "file.same-name", path: join(folder, "a") },
  });
});

it("refuses a new name that begins or ends with white space, on every medium", async () => {
  const folder = await temporaryFolder();
  for (const name of ["key.txt ", " key.txt", "key.txt\u00a0"]) {
    const path = join(folder, name);
    expect(await tryPlace(path)).toEqual({
      ok: false,
      error: { code: "file.name-refused", path, characters: [" "] },
    });
  }
});

it("is cleared away where a process was killed in the middle", async () => {
  const folder = await temporaryFolder();
  // No process has a number that large.
  const left = temporaryBeside(join(folder, "trial")).replace(/-\d{8}-/, "-99999999-");
  await mkdir(left);
  await writeFile(join(left, "keystore.json"), "");
  const lock = await acquireLock(join(folder, "keystore.json"));
  expect(await readdir(folder)).toEqual(["keystore.json.lock"]);
  if (lock.ok) await lock.value.release();
});

it("names the characters that an exFAT medium cannot have, and finds two names that differ in case only", async ({
  skip,
}) => {
  const medium = await exfatMedium();
  if ("reason" in medium) return skip(medium.reason);
  const { folder } = medium;
  for (const [name, characters] of [
    ["key 12:30.txt", [":"]],
    ['what? "a" <b>.txt', ["?", '"', "<", ">"]],
    ["a*b|c\\d.txt", ["*", "|", "\\"]],
  ] as const) {
    const path = join(folder, name);
    const refused = { ok: false, error: { code: "file.name-refused", path, characters } };
    expect(await tryNames(folder, [name])).toEqual(refused);
    expect(await tryPlace(path)).toEqual(refused);
  }
  // What this system's driver lets pass, and Windows does not open.
  for (const [name, characters] of [
    ["CON.txt", ["CON"]],
    ["key.", ["."]],
  ] as const) {
    const path = join(folder, name);
    expect(await tryPlace(path)).toEqual({
      ok: false,
      error: { code: "file.name-refused", path, characters },
    });
  }
  const path = join(folder, "KEY.txt");
  expect(await tryNames(folder, ["key.txt", "KEY.txt"])).toEqual({
    ok: false,
    error: { code: "file.same-name", path },
  });
  expect((await tryPlace(join(folder, "keystore.json"))).ok).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});
