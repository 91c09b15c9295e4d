import { Hands } from "./hands.mjs";

/** Opens and closes a ceremony's record at the keyboard, and puts sheets into bags. */
export class ProceedingsAtTheKeyboard extends Hands {
  #bags = 0;

  /**
   * @param {import("@playwright/test").Page} page
   * @param {(name: string) => Promise<void>} [look] called on every screen that stands, before it is left
   */
  constructor(page, look = async () => {}) {
    super(page);
    this.look = look;
  }

  /**
   * Accepts the plan that stands, up to its script.
   * @param {boolean} inProduction production on this runtime must be accepted in so many words
   */
  async freezesPlan(inProduction) {
    if (inProduction) {
      await this.chooses("checkbox", /on this runtime/);
      await this.chooses("radio", "Yes, one was held");
    }
    await this.presses("Accept the plan");
    await this.sees("Read the script");
    await this.look("script");
  }

  /**
   * From the script to the first act. On this machine red items are expected: production records an exception for each.
   * @param {boolean} inProduction
   */
  async opensRecord(inProduction) {
    await this.comesToPreflight();
    if (inProduction) await this.exceptsWhatIsRed();
    await this.passesPreflight();
  }

  /** From what was found of the workstation to the first act. */
  async passesPreflight() {
    await this.presses(/^Go on/);
  }

  /**
   * Prints the script or the record, and comes back to where it is read.
   * @param {"script" | "record"} page
   * @param {string | RegExp} printer
   */
  async printsPage(page, printer) {
    await this.presses(`Print the ${page}`);
    await this.sees(`Print the ${page}`);
    await this.chooses("radio", printer);
    await this.look(`${page}-page`);
    await this.presses("Print it");
    await this.page.getByText(`The ${page} was printed.`).waitFor();
  }

  /** From the script to what was found of the workstation. */
  async comesToPreflight() {
    await this.presses("Start the ceremony");
    await this.sees("Write down where the record begins");
    await this.look("opened");
    await this.presses("Everybody has written it down");
    await this.sees("Compare the clock");
    await this.look("clock");
    await this.fills("Compared with", "Ruth’s wristwatch");
    await this.presses("They agree");
    await this.sees("Compare the app’s hash");
    await this.look("app-hash");
    await this.presses("There is nothing to compare it with");
    await this.sees("Look at the workstation");
    await this.look("preflight");
  }

  /** Records an exception for every red item. */
  async exceptsWhatIsRed() {
    const open = this.page.getByRole("button", { name: /^Record an exception: / });
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().focus();
      await this.hits("Enter");
      await this.recordsException({ expected: "It is as the handbook says", decided: "We go on" });
      await open.nth(left - 1).waitFor({ state: "detached" });
    }
  }

  /**
   * In the dialog that stands. What happened is filled in where it was found.
   * @param {{ expected: string, happened?: string, decided: string, by?: string, witness?: string }} exception
   */
  async recordsException({ expected, happened, decided, by, witness }) {
    await this.page.getByRole("dialog").waitFor();
    await this.fills("What was expected", expected);
    if (happened !== undefined) await this.fills("What happened", happened);
    await this.fills("What was decided", decided);
    await this.selects("Who decided", by ?? "Ada Okafor");
    await this.selects("Which witness saw it", witness ?? "Ruth Lindqvist");
    await this.look("exception");
    await this.presses("Record it");
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** The sheet goes into a bag that nobody has used. */
  async sealsBag() {
    this.#bags += 1;
    const number = `A-${String(this.#bags).padStart(4, "0")}`;
    await this.fills("Bag’s number", number);
    await this.fills("The same, typed by a second person", number);
    await this.presses("The sheet is in its bag");
  }

  /** A sheet that opened the keystore, or was checked, goes from its bag into another. */
  async changesBag() {
    this.#bags += 1;
    const number = `B-${String(this.#bags).padStart(4, "0")}`;
    await this.fills("Opened bag’s number", `Old ${this.#bags}`);
    await this.fills("New bag’s number", number);
    await this.fills("The same, typed by a second person", number);
    await this.presses("The sheet is in its bag");
  }

  /** Everybody who must signs off; the record is sealed, and its head written down. */
  async sealsRecord() {
    await this.sees("Sign off the record");
    await this.look("sign-off");
    const next = this.page.getByRole("button", { name: /signs off$/ });
    const seal = this.page.getByRole("button", { name: "Seal the record" });
    await next.or(seal).waitFor();
    while (await next.isVisible()) {
      await this.presses(/signs off$/);
      await this.sees(/: is this what happened\?$/);
      await this.chooses("radio", "I confirm");
      await this.look("signing");
      await this.presses("Sign");
      await this.sees("Sign off the record");
    }
    await this.presses("Seal the record");
    await this.sees("Write down the record’s head");
    await this.look("sealed");
  }

  /**
   * The hash that stands large on the screen, as a witness copies it.
   * @returns {Promise<string>} 64 hex
   */
  async copiesHash() {
    const groups = await this.page.locator("p.hash").innerText();
    return groups.replace(/\s/g, "");
  }

  /** Aborts what is under way, by its button, up to the screen that says what is left of it. */
  async aborts() {
    await this.presses("Abort the ceremony");
    await this.confirmsAbort();
  }

  /** Answers the question whether to abort. */
  async confirmsAbort() {
    await this.presses("Abort and wipe");
    await this.sees("The ceremony was aborted");
  }

  /**
   * From the end of an abort to the head of its record.
   * @returns {Promise<string>} 64 hex
   */
  async seesAbortedRecord() {
    await this.presses("Go on to the record");
    await this.sees("Write down the record’s head");
    return this.copiesHash();
  }

  /** As sealsRecord, and on to the ceremony's last screen. */
  async closesRecord() {
    await this.sealsRecord();
    await this.presses("Everybody has written it down");
  }
}
