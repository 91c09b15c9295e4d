import { join } from "node:path";
import { expect } from "@playwright/test";
import { inFours } from "../../electron/contract/fours";
import type { Paper, RecordSheet, ScriptSheet } from "../../electron/contract/sheets";
import { pagesOf, textOf } from "./drive/paper.mjs";
import { drawsSheet } from "./drive/sheet-window";
import { test } from "./drive/test";

const parametersHash = "3f9a02c177de41b09c5512aa7be0d4f1".repeat(2);
const head = "0c1d2e3f4a5b6c7d8e9fa0b1c2d3e4f5".repeat(2);

function facts(paper: Paper, practice: boolean) {
  return {
    paper,
    practice,
    // As long as one may be: what stands at the head of every page has no room for it.
    vaultName: practice ? "W".repeat(120) : "Payments EU",
    date: "2026-11-23T22:00:00.000Z",
    appVersion: "0.1.0",
    parametersHash,
  };
}

/** More than a page holds in one text. Without spaces, so that no page ends inside a name. */
const names = Array.from({ length: 120 }, (_, at) => `Custodian${at + 1}OfTheBranchInTheNorth`);

function script(paper: Paper, practice: boolean): ScriptSheet {
  return {
    kind: "script",
    ...facts(paper, practice),
    title: "Script: create a vault",
    parameters: [{ what: "Custodians", is: names.join(", ") }],
    steps: names.map((who, at) => ({
      number: at + 1,
      who,
      lookAway: "Everybody else",
      text: `Step ${at + 1}.`,
    })),
  };
}

function record(paper: Paper, practice: boolean): RecordSheet {
  const line = { time: "2026-11-23T22:00:00.000Z", actor: "Ada Okafor", event: "share printed" };
  return {
    kind: "record",
    ...facts(paper, practice),
    title: "Record: create a vault",
    firstHash: "9c5512aa7be0d4f13f9a02c177de41b0".repeat(2),
    head,
    lines: names.map((name, seq) => ({
      ...line,
      seq,
      text: seq === 40 ? names.join(", ") : `Line ${seq}: ${name}.`,
    })),
    people: names.map((name) => ({ name, role: "custodian" })),
  };
}

for (const paper of ["a4", "letter"] as const) {
  for (const practice of [false, true]) {
    for (const sheet of [script(paper, practice), record(paper, practice)]) {
      test(`a ${sheet.kind} ${practice ? "of a rehearsal " : ""}of many pages of ${paper} is whole`, async ({
        folder,
        open,
      }) => {
        const { app } = await open();
        const pdf = join(folder, "pages.pdf");
        expect(await drawsSheet(app, sheet, pdf)).toEqual([]);
        const pages = await pagesOf(pdf);
        expect(pages).toBeGreaterThan(8);
        for (let page = 1; page <= pages; page += 1) {
          const text = inOneLine(await textOf(pdf, page));
          expect(text).toContain(`Page ${page} of ${pages}`);
          expect(text.match(/REHEARSAL/g)?.length ?? 0).toBe(practice ? 1 : 0);
          expect(text).toContain(`Ceremony’s parameters ${inFours(parametersHash)}`);
          if (sheet.kind === "record") expect(text).toContain(`Head of the record ${inFours(head)}`);
        }
        expectEvery(sheet, inOneLine(await textOf(pdf)));
      });
    }
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** Nothing is lost where a page ends, not even in the middle of a text. */
function expectEvery(sheet: ScriptSheet | RecordSheet, text: string): void {
  for (const name of names) expect(text.split(name).length - 1).toBeGreaterThanOrEqual(2);
  if (sheet.kind === "script") for (const { text: step } of sheet.steps) expect(text).toContain(step);
  else for (const line of sheet.lines.filter(({ seq }) => seq !== 40)) expect(text).toContain(line.text);
}
