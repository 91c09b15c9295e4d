import { chmod, mkdir, readdir, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { RehearsalAtTheKeyboard } from "./rehearsal/generation.mjs";
import { openApp } from "./rehearsal/launch.mjs";
import { project } from "./set-up/places.mjs";
import { runScript, say } from "./set-up/say.mjs";

const folder = resolve(process.argv[2] ?? join(project, "rehearsal"));
const screens = join(folder, "screens");

/**
 * Holds a whole 3-of-5 rehearsal through the app's real screens, and leaves what it made in rehearsal/, or in the folder
 * that is named. What was there is removed.
 */
runScript(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(screens, { recursive: true });
  await chmod(folder, 0o700);
  const { page, close } = await openApp();
  /** @type {Set<string>} */
  const seen = new Set();
  const rehearsal = new RehearsalAtTheKeyboard(page, async (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const number = String(seen.size).padStart(2, "0");
    await page.screenshot({ path: join(screens, `${number}-${name}.png`), animations: "disabled" });
  });
  try {
    await rehearsal.rehearses(folder, say);
  } finally {
    await close();
  }
  const at = relative(project, folder);
  const record = (await readdir(folder)).find((name) => name.endsWith(".record.jsonl"));
  say(`
The rehearsal is held. Look at:
  ${at}/screens/            ${seen.size} pictures, one for each step
  ${at}/sheets/             script, proof page, the five share sheets and the record, as PDF
  ${at}/keystore.json       the keystore: node dist/cli.cjs inspect ${at}/keystore.json
  ${at}/wrapping-key.txt    its Wrapping Key: node dist/cli.cjs verify ${at}/keystore.json --wrapping-key-file ${at}/wrapping-key.txt
  ${at}/*.record.jsonl      the record: node dist/cli.cjs verify-record ${at}/${record} --keystore ${at}/keystore.json`);
  return 0;
});
