import { chmod, mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { GenerationAtTheKeyboard, samplePlan } from "../test/e2e/drive/generation.mjs";
import { openApp } from "../test/e2e/drive/launch.mjs";
import { project } from "./set-up/places.mjs";
import { runScript, say } from "./set-up/say.mjs";

const folder = join(project, "rehearsal");
const screens = join(folder, "screens");

/** Holds a whole 3-of-5 rehearsal through the app's real screens, and leaves what it made in rehearsal/. */
runScript(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(screens, { recursive: true });
  await chmod(folder, 0o700);
  const { page, close } = await openApp();
  /** @type {Set<string>} */
  const seen = new Set();
  const rehearsal = new GenerationAtTheKeyboard(page, async (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const number = String(seen.size).padStart(2, "0");
    await page.screenshot({ path: join(screens, `${number}-${name}.png`), animations: "disabled" });
  });
  try {
    say("Planning three of five, with sample people.");
    await rehearsal.plans(samplePlan(folder), true);
    const proof = join(folder, "sheets", "proof.pdf");
    await rehearsal.begins(false, { printer: "PDF files beside the keystore", page: async () => proof });
    say("The printer is proven and the keys are made. Printing each share as a PDF and typing it back.");
    const sheet = (/** @type {number} */ index) => join(folder, "sheets", `share-${index}.pdf`);
    await rehearsal.distributes([1, 2, 3, 4, 5], "PDF files beside the keystore", sheet);
    say("Delivering the Wrapping Key and writing the keystore.");
    await rehearsal.deliversToFile();
    await rehearsal.ends(null);
  } finally {
    await close();
  }
  const at = relative(project, folder);
  say(`
The rehearsal is held. Look at:
  ${at}/screens/            ${seen.size} pictures, one for each step
  ${at}/sheets/             the proof page and the five share sheets, as PDF
  ${at}/keystore.json       the keystore: node dist/cli.cjs inspect ${at}/keystore.json
  ${at}/wrapping-key.txt    its Wrapping Key: node dist/cli.cjs verify ${at}/keystore.json --wrapping-key-file ${at}/wrapping-key.txt`);
  return 0;
});
