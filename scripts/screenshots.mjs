import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { RenewalAtTheKeyboard, sampleRenewal } from "../test/e2e/drive/renewal.mjs";
import { samplePlan } from "./rehearsal/generation.mjs";
import { openApp } from "./rehearsal/launch.mjs";
import { wordsOf } from "./rehearsal/paper.mjs";
import { onVirtualDisplay } from "./set-up/display.mjs";
import { runScript, Stop, say } from "./set-up/say.mjs";
import { setUp } from "./set-up/set-up.mjs";
import { programsOf } from "./set-up/system.mjs";
import { takeSheets } from "./sheet-pictures.mjs";

/** The two media of the pictures. Whoever runs this mounts something empty there. */
const media = { keystore: "/media/KEYSTORE", wrappingKey: "/media/OPERATOR" };

/** The screens that the README shows, and the height at which each is whole. */
const heights = new Map([
  ["review", 920],
  ["script", 900],
  ["opened", 800],
  ["preflight", 900],
  ["hand-over", 800],
  ["read-back", 800],
  ["deliver", 800],
  ["sign-off", 960],
  ["sealed", 800],
  ["done", 1160],
  ["recover", 1160],
  ["recovered", 1070],
]);

/** Two media instead of the sample's one, so nothing has to be confirmed. */
class OnTwoMedia extends RenewalAtTheKeyboard {
  /** @override @param {import("./rehearsal/generation.mjs").SamplePlan} plan */
  async choosesPlaces({ keystore, wrappingKey }) {
    await this.sees("Choose where they go");
    await this.fills("Keystore file", keystore);
    await this.fills("Wrapping Key file", wrappingKey ?? "");
    await this.presses("Try both places");
    await this.sees("Read the plan aloud");
    await this.look("review");
  }
}

/**
 * Takes the pictures of docs/images anew, from two rehearsals: `node scripts/screenshots.mjs FOLDER`. Screens show
 * paths, so the first, and the recovery after it, write to two media of neutral names and to no folder of this
 * machine; the second is for the sheets.
 */
runScript(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Stop("Name the folder for the pictures.");
  await setUp([...programsOf.rehearsal, ...programsOf.display]);
  await mkdir(resolve(folder), { recursive: true });
  await onVirtualDisplay(async (env) => {
    Object.assign(process.env, env);
    const { app, page, close } = await openApp();
    const rehearsal = new OnTwoMedia(page, async (name) => {
      const height = heights.get(name);
      // The first of five hand-overs is enough.
      if (height === undefined || !heights.delete(name)) return;
      await resize(app, height);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    });
    try {
      const keystore = join(media.keystore, "keystore.json");
      const wrappingKey = join(media.wrappingKey, "wrapping-key.txt");
      await rehearsal.plans({ ...samplePlan(media.keystore), keystore, wrappingKey }, true);
      const proof = join(media.keystore, "sheets", "proof.pdf");
      await rehearsal.begins(false, { printer: "PDF files beside the keystore", page: async () => proof });
      const sheet = (/** @type {number} */ index) => join(media.keystore, "sheets", `share-${index}.pdf`);
      await rehearsal.distributes([1, 2, 3, 4, 5], "PDF files beside the keystore", sheet);
      await rehearsal.deliversToFile();
      await rehearsal.ends(null);
      await rehearsal.presses("Close this ceremony");
      await recovers(rehearsal, keystore, sheet);
    } finally {
      await close();
    }
    await takeSheets(resolve(folder));
  });
  say(`The pictures are in ${folder}.`);
  return 0;
});

/**
 * Recovers the vault with three of its five sheets.
 * @param {RenewalAtTheKeyboard} rehearsal
 * @param {string} keystore a path
 * @param {(index: number) => string} sheet the path of a share's sheet
 */
async function recovers(rehearsal, keystore, sheet) {
  const wrappingKey = join(media.wrappingKey, "new-wrapping-key.txt");
  await rehearsal.plansNewKey(sampleRenewal("recover", keystore, { wrappingKey }));
  await rehearsal.acceptsPlan(false);
  for (const index of [4, 2, 1]) {
    await rehearsal.comesToTheDesk();
    await rehearsal.entersWords(await wordsOf(sheet(index)));
    await rehearsal.putsSheetAway();
    await rehearsal.sees(/^(The share of .* is in|Deliver the Wrapping Key)$/);
    if (index === 2) await rehearsal.look("recover");
  }
  await rehearsal.deliversToFile();
  await rehearsal.presses("Go on without a second copy");
  await rehearsal.presses("Keep it");
  await rehearsal.closesRecord();
  await rehearsal.sees("The vault is recovered");
  await rehearsal.look("recovered");
}

/**
 * @param {import("@playwright/test").ElectronApplication} app
 * @param {number} height of its window's page
 */
async function resize(app, height) {
  await app.evaluate(({ BrowserWindow }, to) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setContentSize(window.getContentSize()[0] ?? 1280, to);
  }, height);
}
