import { stat } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { CommandName, Input } from "../../electron/contract/commands";
import { gives } from "./drive/command";
import { wordsOf } from "./drive/paper.mjs";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

test.describe("a sheet that is not read back as it was printed", () => {
  test("is told word by word and may be tried again, and nobody passes without it", async ({
    folder,
    open,
  }) => {
    const { ceremony, page, sheet } = await beginRehearsal(await open(), smallPlan(folder));
    await ceremony.prints(1, pdfFiles);
    const words = await wordsOf(sheet(1));
    await nobodySkips(page, ["answerPrinted"]);
    await ceremony.presses("Yes, I have the page");
    await ceremony.sees("Read the sheet back");
    await nobodySkips(page);
    await expect(page.getByRole("main").getByRole("button")).toHaveText([
      "Scan the code with the camera",
      "Open a picture",
      "Print again",
      "This sheet is spoiled",
    ]);

    await ceremony.typesWords(words.map((word, at) => (at === 6 || at === 19 ? other(word) : word)));
    await ceremony.isTold(/^Words 7 and 20 are not what the sheet should say\./);
    await expect(page.getByText("29 of 31 words entered")).toBeVisible();
    await expect(page.getByLabel("Word 7", { exact: true })).toBeFocused();
    await nobodySkips(page);
    await ceremony.typesWords([words[6] ?? "", words[19] ?? ""]);
    await ceremony.sees("The share is proven");
  });

  test("is destroyed before the same share is printed again", async ({ folder, open }) => {
    const { ceremony, page, sheet } = await beginRehearsal(await open(), smallPlan(folder));
    await ceremony.prints(1, pdfFiles);
    const words = await wordsOf(sheet(1));
    const { mtimeMs } = await stat(sheet(1));
    await ceremony.presses("Yes, I have the page");
    await ceremony.presses("This sheet is spoiled");
    await ceremony.presses("Go back: the sheet is good");
    for (const button of ["Print again", "This sheet is spoiled"]) {
      await ceremony.sees("Read the sheet back");
      await ceremony.presses(button);
      await ceremony.sees("Destroy the sheet");
      await nobodySkips(page, ["answerSpoiled", "back"]);
      await ceremony.presses("Nobody else saw it; it is destroyed");
      await ceremony.sees("Put the share on paper");
      await ceremony.presses("Print the sheet");
      await ceremony.sees("Did the page come out?");
      await ceremony.presses("Yes, I have the page");
    }
    expect((await stat(sheet(1))).mtimeMs).toBeGreaterThan(mtimeMs);
    expect(await wordsOf(sheet(1))).toEqual(words);
    await ceremony.typesWords(words);
    await ceremony.sees("The share is proven");
  });
});

test("a page that did not come out is accounted for, and one that others saw aborts the ceremony", async ({
  folder,
  open,
}) => {
  const { ceremony, page, plan } = await beginRehearsal(await open(), smallPlan(folder));
  await ceremony.prints(1, pdfFiles);
  await ceremony.presses("No, or not as it should");
  await ceremony.sees("Account for the page");
  await nobodySkips(page, ["answerSpoiled", "back"]);
  await ceremony.presses("Nobody else saw it; nothing is left");
  await ceremony.sees("Put the share on paper");
  // Nothing of this share is on paper any more, so another custodian may come first.
  await ceremony.presses("Choose another custodian");
  await ceremony.prints(2, pdfFiles);
  await ceremony.presses("Yes, I have the page");
  await ceremony.presses("This sheet is spoiled");
  await ceremony.presses("Others saw it: abort the ceremony");
  await ceremony.sees("The ceremony was aborted");
  await expect(page.getByRole("region", { name: /^Destroy these sheets/ }).getByRole("listitem")).toHaveText([
    `Key Share 2 of ${plan.custodians[1]}`,
  ]);
});

const toPdf = { printer: "pdf-folder", paper: "a4", reachAccepted: true } as const;

/** Every command that could lead past a read-back, with an input that its step would accept. */
const waysPast: { readonly [N in CommandName]?: Input<N> } = {
  goHome: null,
  startGenerate: { practice: true },
  back: null,
  acceptPlan: { runtimeAccepted: true, rehearsalHeld: null },
  startCeremony: null,
  passPreflight: null,
  skipProof: null,
  begin: null,
  chooseShare: { index: 2 },
  custodianReady: null,
  printShare: toPdf,
  printBlank: toPdf,
  answerPrinted: { cameOut: true },
  copyByHand: null,
  revealWords: { group: 0 },
  copiedByHand: null,
  answerSpoiled: { seenByOthers: false },
  shareHandled: { bag: null },
  shareBagged: { opened: null, sealed: null },
  leaveShare: null,
  deliver: { delivery: { way: "sheet" }, order: toPdf },
  answerKeyPrinted: { cameOut: true },
  enterWrappingKey: { text: "0" },
  keyBagged: { bag: null },
  writeKeystore: { path: "/keystore.json" },
  skipSecondCopy: null,
  sealRecord: null,
  headWritten: null,
  abort: null,
};

/** Gives each of them past the screen; all but the step's own are refused, and the screen stays. */
async function nobodySkips(page: Page, own: readonly CommandName[] = []): Promise<void> {
  const before = await gives(page, "getView", null);
  const names = (Object.keys(waysPast) as (keyof typeof waysPast)[]).filter((name) => !own.includes(name));
  for (const name of names) {
    const answer = await gives(page, name, waysPast[name] as never);
    expect(answer, name).toEqual({ ok: false, error: { code: "ceremony.not-now" } });
  }
  expect(await gives(page, "getView", null)).toEqual(before);
}

/** Another word of the list, told from this one by its first four letters. */
function other(word: string): string {
  return word === "zebra" ? "apple" : "zebra";
}
