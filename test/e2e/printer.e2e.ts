import { join } from "node:path";
import { expect } from "@playwright/test";
import { staysStarted } from "./drive/command";
import { cameraShowing, photographs, writeFilm } from "./drive/film";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { codesOn, pagesOf, sizeOf, textOf, wordsOf } from "./drive/paper.mjs";
import { type PrivatePrinter, startPrivatePrinter } from "./drive/private-printer.mjs";
import { smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

const LETTER = [612, 792];

test.describe("a printer", () => {
  let printer: PrivatePrinter;
  test.beforeEach(async () => {
    printer = await startPrivatePrinter();
  });
  test.afterEach(() => printer.stop());

  test("that is reached over a network is agreed to once, proven, and chosen again for every sheet", async ({
    folder,
    open,
  }) => {
    test.slow();
    const film = join(folder, "film.y4m");
    const { page } = await open({ env: printer.env, switches: cameraShowing(film) });
    const ceremony = new GenerationAtTheKeyboard(page);
    await ceremony.plans(smallPlan(folder), true);
    await ceremony.comesToProof(false);
    await staysStarted(page);
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    await ceremony.chooses("radio", printer.networkQueue);
    await ceremony.chooses("radio", "US Letter");
    await ceremony.presses("Print a proof page");
    await ceremony.isTold(/^This printer is reached over a network: .* Nothing was printed\./);
    await ceremony.chooses("checkbox", /^This printer is reached over a network: .* I accept that\.$/);
    await ceremony.presses("Print a proof page");
    await ceremony.sees("Read the proof page back");
    const proof = await printer.page(1);
    expect(await pagesOf(proof)).toBe(1);
    expect(await sizeOf(proof)).toEqual(LETTER);

    const words = await wordsOf(proof, 8);
    expect(new Set(words.join("")).size).toBe(26);
    await ceremony.types(words.map((word, at) => (at === 2 ? "zoo" : word)).join(" "));
    await ceremony.hits("Enter");
    await ceremony.isTold(/^Word 3 is not what the page should say\. The printer is not proven yet\./);
    await writeFilm(film, await photographs(proof));
    await ceremony.fills("The eight words of the page, or its code", "");
    await ceremony.presses("Scan the code with the camera");
    await ceremony.sees("The printer is proven");
    await ceremony.presses("Begin the ceremony");

    await ceremony.presses("Choose share 1");
    await ceremony.presses("I am here alone");
    await ceremony.sees("Put the share on paper");
    await expect(page.getByRole("radio", { name: printer.networkQueue })).toBeChecked();
    await expect(page.getByRole("radio", { name: "US Letter" })).toBeChecked();
    await expect(page.getByRole("checkbox")).toHaveCount(0);

    await ceremony.presses("Print an empty form to write on");
    await expect(page.getByText("The empty form was printed.")).toBeVisible();
    const form = await printer.page(2);
    expect(await textOf(form)).toContain("Amara Diallo");
    expect(await codesOn(form)).toEqual([]);
    expect(await sizeOf(form)).toEqual(LETTER);

    await ceremony.presses("Print the sheet");
    await ceremony.sees("Did the page come out?");
    await expect(page.getByText("No job of this app is left at the printer’s queue.")).toBeVisible();
    expect(await printer.spooled()).toEqual([]);
    await ceremony.readsBack(await wordsOf(await printer.page(3)));
    await ceremony.presses("Choose share 2");
    await ceremony.presses("I am here alone");
    await ceremony.presses("Print the sheet");
    await ceremony.sees("Did the page come out?");
  });

  test("that does not finish is waited for no longer than a person wants, and nothing of its job stays", async ({
    folder,
    open,
  }) => {
    const { page } = await open({ env: printer.env });
    const ceremony = new GenerationAtTheKeyboard(page);
    await ceremony.plans(smallPlan(folder), true);
    await ceremony.begins(false);
    await printer.jam();
    await ceremony.presses("Choose share 1");
    await ceremony.presses("I am here alone");
    await ceremony.chooses("radio", printer.queue);
    await ceremony.presses("Print the sheet");
    await ceremony.sees("The sheet is being printed");
    await expect.poll(() => printer.spooled()).not.toEqual([]);
    await ceremony.presses("Stop, and cancel the print job");
    await ceremony.sees("Account for the page");
    await ceremony.isTold(/^The printer did not finish the page, and the job “Tray-1” was cancelled\./);
    expect(await printer.spooled()).toEqual([]);
    await ceremony.presses("Nobody else saw it; nothing is left");
    await ceremony.sees("Put the share on paper");
  });

  test("is looked for again, and people can go on without one", async ({ folder, open }) => {
    await printer.unplug();
    const { page } = await open({ env: printer.env });
    const ceremony = new GenerationAtTheKeyboard(page);
    await ceremony.plans(smallPlan(folder), false);
    await ceremony.comesToProof(true);
    await expect(page.getByText("No printer was found on this machine.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Print a proof page" })).toBeDisabled();
    await ceremony.presses("Begin without a proof");
    await ceremony.presses("Choose share 1");
    await ceremony.presses("I am here alone");
    await ceremony.sees("Put the share on paper");
    await expect(page.getByRole("button", { name: "Print the sheet" })).toBeDisabled();
    await printer.plugIn();
    await ceremony.presses("Look for printers again");
    await ceremony.chooses("radio", printer.queue);
    await ceremony.presses("Print the sheet");
    await ceremony.sees("Did the page come out?");
  });

  test("behind ipp-usb is no network's, and a print server that stopped is told as such", async ({
    folder,
    open,
  }) => {
    await printer.unplug();
    await printer.plug("Multi", "ipp://localhost:60000/ipp/print");
    const { page } = await open({ env: printer.env });
    const ceremony = new GenerationAtTheKeyboard(page);
    await ceremony.plans(smallPlan(folder), true);
    await ceremony.freezesPlan(false);
    await ceremony.comesToPreflight();
    await expect(
      page.getByText("Served by a program on this machine, as USB printers are by ipp-usb: Multi."),
    ).toBeVisible();
    await ceremony.passesPreflight();
    await ceremony.sees("Prove the printer");
    await ceremony.chooses("radio", /^Multi/);
    await expect(page.getByRole("checkbox", { name: /^This printer is served by a program/ })).toBeVisible();
    await printer.quit();
    await ceremony.presses("Look for printers again");
    await expect(page.getByText(/^The print server \(CUPS\) does not answer\./)).toBeVisible();
  });
});
