import { RehearsalAtTheKeyboard } from "../../../scripts/rehearsal/generation.mjs";

export { samplePlan } from "../../../scripts/rehearsal/generation.mjs";

/** @typedef {import("../../../scripts/rehearsal/generation.mjs").SamplePlan} SamplePlan */
/** @typedef {import("../../../scripts/rehearsal/generation.mjs").Proof} Proof */

/** Holds a generation at the keyboard, in production too, and with less than a whole rehearsal has. */
export class GenerationAtTheKeyboard extends RehearsalAtTheKeyboard {
  /**
   * Begins; the keys are made.
   * @param {boolean} inProduction
   * @param {Proof | null} [proof] null goes on without one
   */
  async begins(inProduction, proof = null) {
    await this.comesToProof(inProduction);
    if (proof === null) {
      await this.presses("Begin without a proof");
    } else {
      await this.proves(proof);
      await this.presses("Begin the ceremony");
    }
    await this.comesToShares();
  }

  /**
   * From the review of the plan to the question which printer is proven.
   * @param {boolean} inProduction
   */
  async comesToProof(inProduction) {
    await this.freezesPlan(inProduction);
    await this.opensRecord(inProduction);
    await this.sees("Prove the printer");
  }

  /** @param {string | null} path of the second copy; null goes on without one */
  async ends(path) {
    if (path === null) {
      await this.presses("Go on without a second copy");
    } else {
      await this.fills("Second copy", path);
      await this.presses("Make the copy");
    }
    await this.closesRecord();
    await this.seesVault();
  }
}
