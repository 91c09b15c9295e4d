import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Keystore } from "../../electron/keystore/document";
import { Hands } from "../../scripts/rehearsal/hands.mjs";
import { eventsIn, recordName, recordOf, recordsOf, verified } from "./drive/record";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

test("a ceremony that was killed leaves an unsealed record, which is named, and its lock is taken away", async ({
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
  expect((await readdir(join(folder, "medium"))).sort()).toEqual([
    expect.stringMatching(recordName),
    "keystore.json.lock",
    "sheets",
  ]);
  const record = await recordOf(plan.keystore);
  const answer = await verified(record);
  expect(answer.said).toMatch(/without its seal/);
  expect(answer.status).toBe(1);
  expect((await eventsIn(record)).slice(-3)).toEqual(["share.handed-over", "share.sent", "share.printed"]);

  const reopened = await open({ profile });
  const notice = reopened.page.getByRole("region", { name: "A ceremony was not finished" });
  await expect(notice.getByText(record, { exact: true })).toBeVisible();
  await new Hands(reopened.page).presses("Leave everything as it is");
  const next = await beginRehearsal(reopened, plan);
  const { pid } = JSON.parse(await readFile(`${plan.keystore}.lock`, "utf8"));
  expect(pid).toBe(next.app.process().pid);
  expect(await recordsOf(plan.keystore)).toHaveLength(2);
});

test.describe("at the next start", () => {
  const say = (page: Page) => page.getByRole("region", { name: "A ceremony was not finished" });
  const startedAt = "2026-11-23T22:00:00.000Z";
  let profile: string;
  let keystorePath: string;
  let wrappingKeyPath: string;
  let vault: { readonly keystore: Keystore; readonly wrappingKey: string };
  // As the app leaves them when the power fails around the commit.
  test.beforeEach(async ({ folder }) => {
    profile = join(folder, "profile");
    keystorePath = join(folder, "keystore.json");
    wrappingKeyPath = join(folder, "wrapping-key.txt");
    await mkdir(profile);
    const vectors = new URL("../vectors/keystores.json", import.meta.url);
    [vault] = JSON.parse(await readFile(vectors, "utf8")).vaults;
    const wrappingKeyKid = vault.keystore.wrappingKey.kid;
    const recordPath = join(folder, "keystore.00000000-0000-4000-8000-000000000000.record.jsonl");
    const ceremonyId = randomUUID();
    const told = { keystorePath, wrappingKeyPath, wrappingKeyKid, recordPath, startedAt };
    const note = { ...told, ceremonyId, renews: null };
    await writeFile(join(profile, "unfinished.json"), JSON.stringify(note), { mode: 0o600 });
  });

  test("a Wrapping Key without a keystore is told, and removed when asked to", async ({ folder, open }) => {
    await writeFile(wrappingKeyPath, vault.wrappingKey, { mode: 0o600 });
    const { page } = await open({ profile });
    await expect(say(page)).toContainText("Its Wrapping Key file is still there and opens nothing.");
    await expect(say(page)).toContainText(wrappingKeyPath);
    await expect(say(page)).toContainText("2026-11-23 22:00 UTC");
    await new Hands(page).presses("Remove the Wrapping Key file");
    await expect(say(page)).toBeHidden();
    expect(await readdir(folder)).toEqual(["profile"]);
    await expect(access(join(profile, "unfinished.json"))).rejects.toThrow("ENOENT");
  });

  test("a keystore and a Wrapping Key that fit are told to be sound, and stay", async ({ folder, open }) => {
    await writeFile(keystorePath, JSON.stringify(vault.keystore));
    await writeFile(wrappingKeyPath, vault.wrappingKey, { mode: 0o600 });
    const { page } = await open({ profile });
    await expect(say(page)).toContainText("fit one another: the vault is sound.");
    await expect(page.getByRole("button", { name: "Remove the Wrapping Key file" })).toHaveCount(0);
    await new Hands(page).presses("Leave everything as it is");
    await expect(say(page)).toBeHidden();
    expect((await readdir(folder)).sort()).toEqual(["keystore.json", "profile", "wrapping-key.txt"]);
    await expect(access(join(profile, "unfinished.json"))).rejects.toThrow("ENOENT");
  });
});
