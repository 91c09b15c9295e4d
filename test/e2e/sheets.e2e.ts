import { join } from "node:path";
import { expect } from "@playwright/test";
import { inFours } from "../../electron/contract/fours";
import type { Paper, Sheet } from "../../electron/contract/sheets";
import { toQrText } from "../../electron/share/qr-text";
import { wordsToPayload } from "../../electron/share/words";
import {
  blankSheet,
  proofSheet,
  type SampleVault,
  shareSheets,
  wrappingKeySheet,
} from "../bench/sheets/sample-sheets";
import { sideOfCode } from "./drive/film";
import {
  codesOn,
  keyLinesOf,
  pagesOf,
  sizeOf,
  textOf,
  upperHalfOf,
  whiteMarginOf,
  wordsOf,
} from "./drive/paper.mjs";
import { drawsSheet } from "./drive/sheet-window";
import { test } from "./drive/test";

/** In points of 1/72 inch, as poppler prints them. */
const sizes: Readonly<Record<Paper, readonly [number, number]>> = { a4: [595, 842], letter: [612, 792] };

/** What a cheap laser printer cannot reach, in millimetres. */
const UNPRINTABLE = 6;

/** In millimetres: a printer that fits the page into what it can reach still prints one of 45. */
const SMALLEST_CODE = 48;

const none = Array.from({ length: 31 }, () => "");

for (const paper of ["a4", "letter"] as const) {
  for (const practice of [false, true]) {
    const vault: SampleVault = {
      paper,
      practice,
      vaultName: "Payments EU",
      custodians: ["Amara Diallo", "Björn Ek", "Chen Wei"],
      threshold: 2,
    };
    const shares = shareSheets(vault);
    const keys = [wrappingKeySheet(vault, 256), wrappingKeySheet(vault, 192)];
    const blank = blankSheet(vault);
    const proof = proofSheet(vault);

    test(`every sheet ${practice ? "of a rehearsal " : ""}is one page of ${paper}, whole on a cheap printer`, async ({
      folder,
      open,
    }) => {
      const { app } = await open();
      for (const [at, sheet] of [...shares, ...keys, blank, proof].entries()) {
        const pdf = join(folder, `${at}.pdf`);
        expect(await drawsSheet(app, sheet, pdf)).toEqual([]);
        expect(await pagesOf(pdf)).toBe(1);
        expect((await sizeOf(pdf)).map(Math.round)).toEqual(sizes[paper]);
        expect(await whiteMarginOf(pdf)).toBeGreaterThan(UNPRINTABLE);
        expect(await upperHalfOf(pdf)).toContain(`Ceremony’s parameters ${inFours(sheet.parametersHash)}`);
        expect((await textOf(pdf)).match(/REHEARSAL/g)?.length ?? 0).toBe(practice ? 1 : 0);
        await expectReadable(sheet, pdf);
        // Every code stands in the same place and has as many dots: one of each kind tells.
        if ("qr" in sheet && at >= shares.length - 1) {
          expect(await sideOfCode(pdf)).toBeGreaterThan(SMALLEST_CODE);
        }
      }
    });
  }
}

test("a sheet holds names of 120 letters in any script, and its words stay readable", async ({
  folder,
  open,
}) => {
  const { app } = await open();
  const names = [
    "W".repeat(120),
    "支付金库密钥托管人".repeat(13),
    "خزنة المدفوعات الأوروبية ".repeat(4).trim(),
    "é̂ñ̄ü̃ ".repeat(15).trim(),
  ];
  for (const [at, name] of names.entries()) {
    const vault: SampleVault = {
      paper: "letter",
      practice: true,
      vaultName: name,
      custodians: [name, "Björn Ek"],
      threshold: 2,
    };
    const pdf = join(folder, `${at}.pdf`);
    for (const sheet of [...shareSheets(vault).slice(0, 1), { ...proofSheet(vault), printer: name }]) {
      expect(await drawsSheet(app, sheet, pdf)).toEqual([]);
      expect(await pagesOf(pdf)).toBe(1);
      await expectReadable(sheet, pdf);
    }
  }
});

/**
 * Its code and its words, read from paper, are what it was made of, and stand where folded paper covers them; a sheet
 * without a secret shows none.
 */
async function expectReadable(sheet: Sheet, pdf: string): Promise<void> {
  switch (sheet.kind) {
    case "share": {
      const payload = wordsToPayload(await wordsOf(pdf));
      expect(payload.ok && toQrText(payload.value)).toBe(sheet.qr);
      expect(await upperHalfOf(pdf)).not.toMatch(/^\d{1,2} [a-z]{3,8}$/m);
      return expect(await codesOn(pdf)).toEqual([sheet.qr]);
    }
    case "wrapping-key": {
      const lines = sheet.lines.map(({ groups, check }) => [...groups, check].join(" "));
      expect(await keyLinesOf(pdf)).toEqual(lines);
      const outside = await upperHalfOf(pdf);
      for (const line of lines) expect(outside).not.toContain(line.slice(0, 19));
      return expect(await codesOn(pdf)).toEqual([sheet.qr]);
    }
    case "blank-share":
      expect(await wordsOf(pdf)).toEqual(none);
      return expect(await codesOn(pdf)).toEqual([]);
    case "proof":
      expect(await wordsOf(pdf, sheet.words.length)).toEqual(sheet.words);
      return expect(await codesOn(pdf)).toEqual([sheet.qr]);
  }
}
