import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { insertMedium, type Medium, mayMount, noMounting } from "../../e2e/drive/medium";
import { begin, type HeldRoom, handOver, holdRoom, people } from "./held-room";

const everybody = [1, 2, 3, 4, 5];
const toFile = (path: string) => ({ delivery: { way: "file", path }, order: null }) as const;

/** A room, and two media: one that the keystore is planned on, and one for the Wrapping Key. */
async function onTwoMedia(): Promise<{ held: HeldRoom; first: Medium; other: Medium }> {
  const held = await holdRoom();
  const insert = async (name: string) => {
    const medium = await insertMedium(join(held.folder, name), "size=2m");
    onTestFinished(() => medium.remove());
    return medium;
  };
  const [first, other] = [await insert("first"), await insert("other")];
  await held.must("startGenerate", { practice: false });
  await held.must("planVault", { vaultName: "Payments EU" });
  await held.must("planPeople", people);
  await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
  await held.must("planKey", { bits: 256 });
  const keystorePath = join(first.folder, "keystore.json");
  const delivery = { way: "file", path: join(other.folder, "key.txt") } as const;
  // Nobody accepts a shared medium: there is none.
  await held.must("planPlaces", { keystorePath, delivery, sharedMediumAccepted: false });
  await begin(held);
  for (const index of everybody) await handOver(held, index);
  return { held, first, other };
}

it("brings no second copy onto the Wrapping Key's medium before a person was told, once", async ({
  skip,
}) => {
  if (!mayMount) return skip(noMounting);
  const { held, other } = await onTwoMedia();
  await held.must("deliver", toFile(join(other.folder, "key.txt")));
  held.at("second-copy");
  // Another folder of it is the same medium.
  await mkdir(join(other.folder, "copies"));
  const path = join(other.folder, "copies", "second.json");
  await held.must("copyKeystore", { path });
  expect(held.at("second-copy").problem).toEqual({ code: "file.same-medium", path });
  expect(existsSync(path)).toBe(false);
  await held.must("copyKeystore", { path });
  held.at("sign-off");
  expect(await readdir(join(other.folder, "copies"))).toEqual(["second.json"]);
});

it("brings a second copy anywhere else without a question, where its folder really is", async ({ skip }) => {
  if (!mayMount) return skip(noMounting);
  const { held, other } = await onTwoMedia();
  await held.must("deliver", toFile(join(other.folder, "key.txt")));
  const there = join(held.folder, "there");
  await mkdir(there);
  await symlink(there, join(held.folder, "link"));
  await held.must("copyKeystore", { path: `"${join(there, "second.json ")}"` });
  expect(held.at("second-copy").problem).toMatchObject({ code: "file.name-refused" });
  expect(await readdir(there)).toEqual([]);
  await held.must("copyKeystore", { path: join(held.folder, "link", "second.json") });
  expect(JSON.stringify(held.at("sign-off").lines)).toContain(join(there, "second.json"));
});

it("brings no keystore onto the Wrapping Key's medium before a person was told, once", async ({ skip }) => {
  if (!mayMount) return skip(noMounting);
  const { held, first, other } = await onTwoMedia();
  await writeFile(join(first.folder, "keystore.json"), "somebody else's");
  await held.must("deliver", toFile(join(other.folder, "key.txt")));
  held.at("not-written");
  const path = join(other.folder, "keystore.json");
  await held.must("writeKeystore", { path });
  expect(held.at("not-written").problem).toEqual({ code: "file.same-medium", path });
  expect(existsSync(path)).toBe(false);
  await held.must("writeKeystore", { path });
  expect(held.at("second-copy").plan.keystorePath).toBe(path);
});

it("writes the keystore to no other medium than the one that was tried before a person was told, once", async ({
  skip,
}) => {
  if (!mayMount) return skip(noMounting);
  const { held, first, other } = await onTwoMedia();
  // Its record is on the medium that is put in its place, whole, so that nothing else keeps the ceremony from going on.
  const names = await readdir(first.folder);
  const aside = join(held.folder, "aside");
  await mkdir(aside);
  for (const name of names) await copyFile(join(first.folder, name), join(aside, name));
  await first.swap();
  for (const name of names) await copyFile(join(aside, name), join(first.folder, name));
  await held.must("deliver", toFile(join(other.folder, "key.txt")));
  const path = join(first.folder, "keystore.json");
  expect(held.at("not-written").problem).toEqual({ code: "file.other-medium", path });
  expect(existsSync(path)).toBe(false);
  await held.must("writeKeystore", { path });
  held.at("second-copy");
  expect(existsSync(path)).toBe(true);
});
