import { once } from "node:events";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

test("a ceremony that was killed blocks nothing: its lock is taken away and the next one begins", async ({
  folder,
  open,
}) => {
  const profile = join(folder, "profile");
  const plan = smallPlan(join(folder, "medium"));
  await mkdir(join(folder, "medium"));
  const killed = await beginRehearsal(await open({ profile }), plan);
  await killed.ceremony.prints(1, pdfFiles);
  const gone = once(killed.app.process(), "exit");
  killed.app.process().kill("SIGKILL");
  expect(await gone).toEqual([null, "SIGKILL"]);
  expect((await readdir(join(folder, "medium"))).sort()).toEqual(["keystore.json.lock", "sheets"]);

  const next = await beginRehearsal(await open({ profile }), plan);
  const { pid } = JSON.parse(await readFile(`${plan.keystore}.lock`, "utf8"));
  expect(pid).toBe(next.app.process().pid);
});

test("a Wrapping Key without a keystore is told at the next start, and removed when asked to", async ({
  folder,
  open,
}) => {
  const profile = join(folder, "profile");
  const { keystore, wrappingKey } = smallPlan(folder);
  const key = String(wrappingKey);
  const note = join(profile, "unfinished.json");
  await mkdir(profile);
  // As the app leaves them when the power fails between the delivery and the commit.
  await writeFile(key, "5e".repeat(32), { mode: 0o600 });
  await writeFile(
    note,
    JSON.stringify({ keystorePath: keystore, wrappingKeyPath: key, startedAt: "2026-11-23T22:00:00.000Z" }),
    { mode: 0o600 },
  );

  const { page } = await open({ profile });
  const hands = new GenerationAtTheKeyboard(page);
  const told = page.getByRole("region", { name: "A ceremony was not finished" });
  await expect(told).toContainText("Its Wrapping Key file is still there and opens nothing.");
  await expect(told).toContainText(key);
  await expect(told).toContainText("2026-11-23 22:00 UTC");
  await hands.presses("Remove the Wrapping Key file");
  await expect(told).toBeHidden();
  expect(await readdir(folder)).toEqual(["profile"]);
  await expect(access(note)).rejects.toThrow("ENOENT");
});
