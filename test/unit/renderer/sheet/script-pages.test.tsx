import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ScriptSheet } from "../../../../electron/contract/sheets";
import { SheetPage } from "../../../../renderer/sheet/sheet-page";

const script: ScriptSheet = {
  kind: "script",
  paper: "a4",
  practice: false,
  vaultName: "Payments <b>EU</b>",
  date: "2026-11-23T22:00:00.000Z",
  appVersion: "0.1.0",
  title: "Script: create a vault",
  parametersHash: "3f9a02c177de41b09c5512aa7be0d4f1".repeat(2),
  parameters: [
    { what: "Quorum", is: "Any 3 of 5" },
    { what: "Keystore", is: "/media/keystore/payments-eu.json" },
  ],
  steps: [
    { number: 1, who: "Ada Okafor", lookAway: null, text: "Press “Hand over”." },
    { number: 2, who: "Amara Diallo", lookAway: "Everybody else", text: "Press “I am here alone”." },
  ],
};

function markup(sheet: ScriptSheet): string {
  return renderToStaticMarkup(<SheetPage sheet={sheet} />);
}

function textOf(sheet: ScriptSheet): string {
  return markup(sheet)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

describe("a script", () => {
  it("names vault, day, paper and page, with its parameters and their hash in groups of four", () => {
    const text = textOf(script);
    expect(text).toContain("Script: create a vault");
    expect(text).toContain("Payments &lt;b&gt;EU&lt;/b&gt;");
    expect(text).toContain("2026-11-23 22:00");
    expect(text).toContain("Page 1 of 1");
    expect(text).toContain("Ceremony’s parameters 3f9a 02c1 77de 41b0 9c55 12aa 7be0 d4f1 3f9a 02c1");
    expect(text).toContain("Quorum Any 3 of 5");
    expect(markup({ ...script, paper: "letter" })).toContain('class="page many letter"');
  });

  it("has every step in order: who acts, who looks away, what is done, and room for initials and time", () => {
    const text = textOf(script);
    expect(text).toContain("1 Ada Okafor Press “Hand over”. Initials Time (UTC)");
    expect(text).toContain(
      "2 Amara Diallo · Looking away: Everybody else Press “I am here alone”. Initials Time (UTC)",
    );
  });

  it("has a box for each group of four that is written down by hand", () => {
    expect(markup(script).match(/<i><\/i>/g)).toHaveLength(16 + 8 + 16);
    expect(textOf(script)).toContain("First line’s hash, shown when the record begins");
  });

  it("ends with forms for exceptions and lines for everybody's signature", () => {
    const text = textOf(script);
    expect(text).toContain("At step Time (UTC) Expected Happened Decided Decided by Witnessed by");
    expect(text).toContain("Name, printed Role Signature Initials Time (UTC)");
  });

  it("says REHEARSAL in a rehearsal, in letters and in a watermark without text", () => {
    expect(textOf(script)).not.toContain("REHEARSAL");
    const practice = { ...script, practice: true };
    expect(textOf(practice).match(/REHEARSAL/g)).toHaveLength(1);
    expect(markup(practice)).toContain('class="watermark"');
  });
});
