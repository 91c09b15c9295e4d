import { dirname, join } from "node:path";
import { wordsOf } from "./paper.mjs";
import { ProceedingsAtTheKeyboard } from "./proceedings.mjs";

/**
 * @typedef {object} SamplePlan what is typed into the plan
 * @property {string} vaultName
 * @property {string} administrator
 * @property {readonly string[]} witnesses
 * @property {readonly string[]} custodians three to five of them; the screen begins with five rows
 * @property {number} threshold
 * @property {192 | 256} bits
 * @property {string} keystore a path
 * @property {string | null} wrappingKey a path, or null for a sheet
 */

/**
 * Three of five, with files in `folder`.
 * @param {string} folder
 * @returns {SamplePlan}
 */
export function samplePlan(folder) {
  return {
    vaultName: "Payments EU",
    administrator: "Ada Okafor",
    witnesses: ["Ruth Lindqvist"],
    custodians: ["Amara Diallo", "Björn Ek", "Chen Wei", "Dilnoza Karimova", "Elif Şahin"],
    threshold: 3,
    bits: 256,
    keystore: join(folder, "keystore.json"),
    wrappingKey: join(folder, "wrapping-key.txt"),
  };
}

/**
 * @typedef {object} Proof how a printer is proven
 * @property {string | RegExp} printer
 * @property {() => Promise<string>} page the path of the proof page, once it is printed
 */

/** Holds a generation at the keyboard, screen by screen. */
export class RehearsalAtTheKeyboard extends ProceedingsAtTheKeyboard {
  /**
   * From the home screen to the plan's last screen.
   * @param {SamplePlan} plan
   * @param {boolean} practice
   */
  async plans(plan, practice) {
    await this.comesToPlaces(plan, practice);
    await this.choosesPlaces(plan);
  }

  /**
   * From the home screen to the question where the files go.
   * @param {SamplePlan} plan
   * @param {boolean} practice
   */
  async comesToPlaces(plan, practice) {
    await this.sees("What would you like to do?");
    await this.look("home");
    await this.presses(practice ? "Rehearse" : "Create a new vault");
    await this.sees("Name the vault");
    await this.types(plan.vaultName);
    await this.look("plan-vault");
    await this.hits("Enter");
    await this.namesPeople(plan);
    await this.sees("Choose the quorum");
    await this.fills("Custodians needed", String(plan.threshold));
    await this.look("plan-quorum");
    await this.hits("Enter");
    await this.sees("Choose the Wrapping Key");
    await this.chooses("radio", new RegExp(`^${plan.bits} bit`));
    await this.look("plan-key");
    await this.presses("Continue");
    await this.sees("Choose where they go");
  }

  /** @param {SamplePlan} plan */
  async namesPeople({ administrator, witnesses, custodians }) {
    await this.sees("Say who takes part");
    await this.fills("Administrator’s name", administrator);
    for (const [at, name] of witnesses.entries()) {
      if (at > 0) await this.presses("Add a witness");
      await this.fills(`Witness ${at + 1}`, name);
    }
    for (let row = 5; row > custodians.length; row -= 1) await this.presses(`Remove custodian ${row}`);
    for (const [at, name] of custodians.entries()) await this.fills(`Custodian ${at + 1}`, name);
    await this.look("plan-people");
    await this.presses("Continue");
  }

  /** @param {SamplePlan} plan */
  async choosesPlaces({ keystore, wrappingKey }) {
    await this.sees("Choose where they go");
    await this.fills("Keystore file", keystore);
    await this.chooses("radio", wrappingKey === null ? "As a printed sheet" : "As a file");
    if (wrappingKey !== null) await this.fills("Wrapping Key file", wrappingKey);
    await this.look("plan-places");
    await this.presses("Try both places");
    if (wrappingKey !== null && dirname(wrappingKey) === dirname(keystore)) {
      // One folder holds both: the app asks whether that is meant.
      await this.chooses("checkbox", /on one medium/);
      await this.presses("Try both places");
    }
    await this.sees("Read the plan aloud");
    await this.look("review");
  }

  /** Waits until the keys are made and the first custodian is called. */
  async comesToShares() {
    await this.sees(/^Next is /);
    await this.look("distribute");
  }

  /**
   * Prints a proof page and types its words back.
   * @param {Proof} proof
   */
  async proves({ printer, page }) {
    await this.chooses("radio", printer);
    await this.look("proof");
    await this.presses("Print a proof page");
    await this.sees("Read the proof page back");
    await this.look("proof-read");
    await this.types((await wordsOf(await page(), 8)).join(" "));
    await this.hits("Enter");
    await this.sees("The printer is proven");
    await this.look("proven");
  }

  /**
   * Hands share `index` to its custodian and prints it, up to the question whether the page came out.
   * @param {number} index
   * @param {string | RegExp} printer
   */
  async prints(index, printer) {
    await this.presses(`Choose share ${index}`);
    await this.sees(/comes to the screen, alone$/);
    await this.look("hand-over");
    await this.presses("I am here alone");
    await this.sees("Put the share on paper");
    await this.chooses("radio", printer);
    await this.look("sheet");
    await this.presses("Print the sheet");
    await this.sees("Did the page come out?");
    await this.look("printed");
  }

  /**
   * Types the words of a sheet, the first four letters of each, and puts the sheet away.
   * @param {readonly string[]} words
   */
  async readsBack(words) {
    await this.presses("Yes, I have the page");
    await this.typesWords(words);
    await this.sees("The share is proven");
    await this.look("verified");
    await this.sealsBag();
  }

  /** @param {readonly string[]} words */
  async typesWords(words) {
    await this.sees("Read the sheet back");
    for (const [at, word] of words.entries()) {
      if (at === 12) await this.look("read-back");
      await this.types(word.slice(0, 4));
      // Words of three letters may begin a longer one: they end with a space, which does no harm after others.
      if (word.length === 3) await this.hits("Space");
    }
  }

  /**
   * One custodian after the other, in the given order, reading each sheet's PDF.
   * @param {readonly number[]} order
   * @param {string | RegExp} printer
   * @param {(index: number) => string} sheet the path of a share's sheet
   */
  async distributes(order, printer, sheet) {
    for (const index of order) {
      await this.prints(index, printer);
      await this.readsBack(await wordsOf(sheet(index)));
    }
    await this.sees("Deliver the Wrapping Key");
    await this.look("deliver");
  }

  /**
   * A whole rehearsal in `folder`, from the home screen to the last: with its script and its record on paper, and an
   * exception.
   * @param {string} folder
   * @param {(what: string) => void} [say] told what comes next
   */
  async rehearses(folder, say = () => {}) {
    const pdfFiles = /^PDF files/;
    const paper = (/** @type {string} */ name) => join(folder, "sheets", `${name}.pdf`);
    say("Planning three of five, with sample people.");
    await this.plans(samplePlan(folder), true);
    say("The plan is frozen. Printing its script, opening its record and looking at the workstation.");
    await this.freezesPlan(false);
    await this.printsPage("script", pdfFiles);
    await this.comesToPreflight();
    await this.presses("Record an exception");
    await this.recordsException({
      expected: "Every witness is in the room",
      happened: "One witness came late",
      decided: "We waited, and read the script aloud once more",
    });
    await this.passesPreflight();
    await this.sees("Prove the printer");
    await this.proves({ printer: pdfFiles, page: async () => paper("proof") });
    await this.presses("Begin the ceremony");
    await this.comesToShares();
    say("The printer is proven and the keys are made. Printing each share as a PDF and typing it back.");
    await this.distributes([1, 2, 3, 4, 5], pdfFiles, (index) => paper(`share-${index}`));
    say("Delivering the Wrapping Key, writing the keystore and sealing the record.");
    await this.deliversToFile();
    await this.presses("Go on without a second copy");
    await this.sealsRecord();
    await this.printsPage("record", pdfFiles);
    await this.presses("Everybody has written it down");
    await this.seesVault();
  }

  /** To its file, as planned; the keystore is written. */
  async deliversToFile() {
    await this.presses("Write the Wrapping Key");
    await this.sees("Make a second copy of the keystore");
    await this.look("second-copy");
  }

  /** Waits for the last screen. */
  async seesVault() {
    await this.sees("The vault is made");
    await this.look("done");
  }
}
