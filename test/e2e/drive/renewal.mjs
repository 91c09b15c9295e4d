import { dirname } from "node:path";
import { GenerationAtTheKeyboard } from "./generation.mjs";

/**
 * @typedef {object} SampleRenewal what is typed into the plan of a renewal
 * @property {"recover" | "rotate" | "reshare"} kind
 * @property {string} keystore the path of the keystore that is renewed
 * @property {string} reason
 * @property {string} authorisation
 * @property {"quorum" | "wrapping-key"} opener
 * @property {string} administrator
 * @property {readonly string[]} witnesses
 * @property {string | null} wrappingKey where the new key goes: a path, or null for a sheet
 */

/**
 * @param {SampleRenewal["kind"]} kind
 * @param {string} keystore
 * @param {Partial<SampleRenewal>} [changes]
 * @returns {SampleRenewal}
 */
export function sampleRenewal(kind, keystore, changes = {}) {
  return {
    kind,
    keystore,
    reason: "The Wrapping Key was lost with the server on 3 May",
    authorisation: "The board, on 4 May",
    opener: kind === "rotate" ? "wrapping-key" : "quorum",
    administrator: "Ada Okafor",
    witnesses: ["Ruth Lindqvist"],
    wrappingKey: null,
    ...changes,
  };
}

const chosen = {
  check: "Check the sheets",
  recover: "Recover the vault",
  rotate: "Rotate the Wrapping Key",
  reshare: "Reshare the vault",
};

/** Holds at the keyboard what a keystore that exists is opened for: a check, or a renewal. */
export class RenewalAtTheKeyboard extends GenerationAtTheKeyboard {
  /**
   * From the home screen to the first screen of what is chosen.
   * @param {keyof typeof chosen} what
   * @param {string} keystore a path
   */
  async opens(what, keystore) {
    await this.sees("What would you like to do?");
    await this.fills("Keystore file", keystore);
    await this.presses("Open the keystore");
    await this.sees(/^Keystore of /);
    await this.look("keystore");
    await this.chooses("radio", chosen[what]);
    await this.presses("Continue");
  }

  /**
   * From the home screen to the plan's last question.
   * @param {SampleRenewal} renewal
   */
  async saysWhy({ kind, keystore, reason, authorisation, opener, administrator, witnesses }) {
    await this.opens(kind, keystore);
    await this.sees(chosen[kind]);
    await this.fills("Why this ceremony is held", reason);
    await this.fills("Who authorised it", authorisation);
    if (kind === "rotate") {
      await this.chooses(
        "radio",
        opener === "quorum" ? "A quorum of custodians" : "The current Wrapping Key",
      );
    }
    await this.look(`${kind}-reason`);
    await this.presses("Continue");
    await this.sees("Say who takes part");
    await this.fills("Administrator’s name", administrator);
    for (const [at, name] of witnesses.entries()) await this.fills(`Witness ${at + 1}`, name);
    await this.look(`${kind}-people`);
  }

  /**
   * Plans a recover or a rotate from the home screen, up to the plan's last screen.
   * @param {SampleRenewal} renewal
   */
  async plansNewKey(renewal) {
    await this.saysWhy(renewal);
    await this.plansKeyAndPlace(renewal.keystore, renewal.wrappingKey);
    await this.look(`${renewal.kind}-review`);
  }

  /**
   * From the names of who takes part to the plan's last screen.
   * @param {string} keystore a path
   * @param {string | null} wrappingKey where the new key goes: a path, or null for a sheet
   */
  async plansKeyAndPlace(keystore, wrappingKey) {
    await this.presses("Continue");
    await this.sees("Choose the Wrapping Key");
    await this.presses("Continue");
    await this.sees("Choose where the new key goes");
    await this.chooses("radio", wrappingKey === null ? "As a printed sheet" : "As a file");
    if (wrappingKey !== null) await this.fills("Wrapping Key file", wrappingKey);
    await this.look("renewal-place");
    await this.presses("Try the place");
    if (wrappingKey !== null && dirname(wrappingKey) === dirname(keystore)) {
      // One folder holds both: the app asks whether that is meant.
      await this.chooses("checkbox", /on one medium/);
      await this.presses("Try the place");
    }
    await this.sees("Read the plan aloud");
  }

  /**
   * Plans a reshare from the home screen, up to the plan's last screen.
   * @param {SampleRenewal} renewal
   * @param {readonly string[]} custodians as many as the keystore has now
   * @param {number} threshold
   */
  async plansNewSet(renewal, custodians, threshold) {
    await this.saysWhy(renewal);
    for (const [at, name] of custodians.entries()) await this.fills(`Custodian ${at + 1}`, name);
    await this.look("reshare-custodians");
    await this.presses("Continue");
    await this.sees("Choose the quorum");
    await this.fills("Custodians needed", String(threshold));
    await this.presses("Continue");
    await this.sees("Read the plan aloud");
    await this.look("reshare-review");
  }

  /**
   * Accepts the plan that stands, and begins the ceremony up to its first act.
   * @param {boolean} inProduction
   */
  async acceptsPlan(inProduction) {
    await this.freezesPlan(inProduction);
    await this.opensRecord(inProduction);
  }

  /**
   * From the first screen of a check to its list of sheets.
   * @param {boolean} inProduction
   */
  async plansCheck(inProduction) {
    await this.sees("Say who takes part");
    await this.fills("Administrator’s name", "Ada Okafor");
    await this.fills("Witness 1", "Ruth Lindqvist");
    if (inProduction) {
      await this.chooses("checkbox", /on this runtime/);
      await this.chooses("radio", "Yes, one was held");
    }
    await this.look("check-people");
    await this.presses("Continue");
    await this.sees("Read the script");
    await this.look("script");
    await this.opensRecord(inProduction);
    await this.sees("Are the sheets still good?");
  }

  /**
   * The next custodian enters a share by its code, and puts the sheet away.
   * @param {string} code
   */
  async givesShare(code) {
    await this.comesToTheDesk();
    await this.types(code);
    await this.putsSheetAway();
  }

  /** The custodian whose share was entered puts the sheet away. */
  async putsSheetAway() {
    await this.sees("Put the sheet away");
    await this.look("bag");
    await this.changesBag();
  }

  /**
   * After a reshare: notes the old sheets of these custodians as destroyed, or that none is yet.
   * @param {readonly string[]} [custodians]
   */
  async notesOldSheets(custodians = []) {
    await this.sees("Which old sheets were seen destroyed?");
    await this.look("old-sheets");
    for (const name of custodians) await this.chooses("checkbox", new RegExp(` of ${name}$`));
    await this.presses(custodians.length === 0 ? "None yet" : "Note as destroyed");
  }

  /** From the list of custodians to the empty cells. */
  async comesToTheDesk() {
    await this.look("gather");
    await this.presses("I approve this, and enter my share");
    await this.sees("Enter the share");
    await this.look("enter-share");
  }

  /**
   * Types words into the cells: four letters of each, and `?` as it stands.
   * @param {readonly string[]} words
   */
  async entersWords(words) {
    for (const word of words) {
      await this.types(word.slice(0, 4));
      // Words of three letters may begin a longer one: they end with a space, which does no harm after others.
      if (word.length === 3) await this.hits("Space");
    }
  }
}
