import { expect } from "@playwright/test";

/** A person at the keyboard: reads headings, goes to fields and buttons, types and presses keys. */
export class Hands {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Waits until the screen with this heading stands.
   * @param {string | RegExp} heading
   */
  async sees(heading) {
    // Looks at every frame, where an assertion would look again after 100, 250, 500 and 1000 ms.
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  /**
   * Waits until the screen says what is wrong, as it is read out to those who cannot see it.
   * @param {string | RegExp} sentence all of it, or what must be in it
   */
  async isTold(sentence) {
    await expect(this.page.getByRole("alert")).toHaveText(sentence);
  }

  /**
   * Replaces what stands in a field.
   * @param {string} label
   * @param {string} text
   */
  async fills(label, text) {
    await this.page.getByLabel(label, { exact: true }).focus();
    await this.page.keyboard.press("Control+A");
    if (text === "") await this.page.keyboard.press("Delete");
    else await this.page.keyboard.type(text);
  }

  /** Types wherever the focus is. @param {string} text */
  async types(text) {
    await this.page.keyboard.type(text);
  }

  /** Presses one key wherever the focus is. @param {string} key */
  async hits(key) {
    await this.page.keyboard.press(key);
  }

  /**
   * Goes to a button and presses Enter on it.
   * @param {string | RegExp} name
   */
  async presses(name) {
    const button = this.page.getByRole("button", { name, exact: typeof name === "string" });
    await expect(button).toBeEnabled();
    await button.focus();
    await this.page.keyboard.press("Enter");
  }

  /**
   * Chooses from a list by typing what it begins with.
   * @param {string} label
   * @param {string} option
   */
  async selects(label, option) {
    const list = this.page.getByLabel(label, { exact: true });
    await list.focus();
    await this.page.keyboard.type(option);
    await expect(list.locator("option:checked")).toHaveText(option);
  }

  /**
   * Chooses a radio button or ticks a box with the space bar.
   * @param {"radio" | "checkbox"} role
   * @param {string | RegExp} name
   */
  async chooses(role, name) {
    const option = this.page.getByRole(role, { name });
    await option.focus();
    if (!(await option.isChecked())) await this.page.keyboard.press("Space");
    await expect(option).toBeChecked();
  }
}
