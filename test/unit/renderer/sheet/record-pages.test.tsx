import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { RecordSheet } from "../../../../electron/contract/sheets";
import { SheetPage } from "../../../../renderer/sheet/sheet-page";

const record: RecordSheet = {
  kind: "record",
  paper: "a4",
  practice: false,
  vaultName: "Payments EU",
  date: "2026-11-23T22:00:00.000Z",
  appVersion: "0.1.0",
  parametersHash: "60718293a4b5c6d7e8f90a1b2c3d4e5f".repeat(2),
  title: "Record: create a vault",
  firstHash: "9c5512aa7be0d4f13f9a02c177de41b0".repeat(2),
  head: "0c1d2e3f4a5b6c7d8e9fa0b1c2d3e4f5".repeat(2),
  lines: [
    {
      seq: 0,
      time: "2026-11-23T22:00:00.000Z",
      actor: "Ada Okafor",
      event: "ceremony opened",
      text: "version: 1",
    },
    {
      seq: 1,
      time: "2026-11-23T22:01:30.500Z",
      actor: "<Björn> Ek",
      event: "sign off disagreed",
      text: "reason: the door stood open",
    },
  ],
  people: [
    { name: "Ada Okafor", role: "administrator" },
    { name: "<Björn> Ek", role: "witness" },
  ],
};

const uneventful: RecordSheet = { ...record, lines: record.lines.slice(0, 1) };

/** The record with one more line, of this event. */
function withLine(event: string): RecordSheet {
  const line = { seq: 2, time: "2026-11-23T22:02:00.000Z", actor: "Ada Okafor", event, text: "" };
  return { ...record, lines: [...record.lines, line] };
}

function markup(sheet: RecordSheet): string {
  return renderToStaticMarkup(<SheetPage sheet={sheet} />);
}

function textOf(sheet: RecordSheet): string {
  return markup(sheet)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

describe("a record on paper", () => {
  it("has the first line's hash and the head, large and in groups of four", () => {
    const text = textOf(record);
    expect(text).toContain(
      "First line’s hash, written down at the start 9c55 12aa 7be0 d4f1 3f9a 02c1 77de 41b0 9c55 12aa",
    );
    expect(text).toContain("Head of the record, written down at the end 0c1d 2e3f 4a5b 6c7d");
  });

  it("has every line in words, in order, with time and actor, and counts them from 1 as the verifier does", () => {
    const text = textOf(record);
    expect(text).toContain("in 2 lines");
    expect(text).toContain(
      "1 2026-11-23 22:00:00 ceremony opened · Ada Okafor version: 1 2 2026-11-23 22:01:30 sign off disagreed · &lt;Björn&gt; Ek reason: the door stood open",
    );
  });

  it("says first in which lines something did not go as it should, and makes them stand out", () => {
    expect(textOf(record)).toContain("What to look at first Disagreements Line 2 What happened");
    expect(textOf(withLine("share refused"))).toContain("Disagreements Line 2 Refused entries Line 3");
    expect(textOf(withLine("sign off disagreed"))).toContain("Disagreements Lines 2 and 3");
    expect(markup(withLine("clock backward")).match(/standing-out/g)).toHaveLength(2);
    expect(textOf(uneventful)).toContain("nothing but what the script asks for");
    expect(markup(uneventful)).not.toContain("standing-out");
  });

  it("has a line for each person's signature", () => {
    expect(textOf(record)).toContain(
      "Ada Okafor , administrator Signature Date &lt;Björn&gt; Ek , witness Signature Date",
    );
  });

  it("has on its page the parameters' hash and the head, or the first line's hash where there is no seal", () => {
    const parameters = "Ceremony’s parameters 6071 8293 a4b5 c6d7 e8f9 0a1b 2c3d 4e5f 6071 8293 a4b5 c6d7";
    expect(textOf(record)).toContain(parameters);
    expect(textOf(record)).toContain("Head of the record 0c1d 2e3f 4a5b");
    const unsealed = textOf({ ...record, head: null });
    expect(unsealed).toContain(parameters);
    expect(unsealed).toContain("First line’s hash 9c55 12aa");
    expect(unsealed).not.toContain("0c1d 2e3f");
  });

  it("says of a record without a seal, and of an aborted ceremony, what it is", () => {
    expect(textOf({ ...record, head: null })).toContain("This record was not sealed");
    expect(textOf(withLine("ceremony aborted"))).toContain("This ceremony was aborted");
    expect(textOf(record)).not.toMatch(/not sealed|was aborted/);
  });

  it("says REHEARSAL in a rehearsal, in letters and in a watermark without text", () => {
    expect(textOf(record)).not.toContain("REHEARSAL");
    const practice = { ...record, practice: true };
    expect(textOf(practice).match(/REHEARSAL/g)).toHaveLength(1);
    expect(markup(practice)).toContain('class="watermark"');
  });
});
