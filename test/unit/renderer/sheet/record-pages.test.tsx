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
  title: "Record: create a vault",
  firstHash: "9c5512aa7be0d4f13f9a02c177de41b0".repeat(2),
  head: "0c1d2e3f4a5b6c7d8e9fa0b1c2d3e4f5".repeat(2),
  lines: [
    {
      seq: 0,
      time: "2026-11-23T22:00:00.000Z",
      actor: "Ada Okafor",
      event: "ceremony.opened",
      text: "The ceremony was opened.",
    },
    {
      seq: 1,
      time: "2026-11-23T22:01:30.500Z",
      actor: "<Björn> Ek",
      event: "sign-off.given",
      text: "Disagrees: the door stood open.",
    },
  ],
  people: [
    { name: "Ada Okafor", role: "administrator" },
    { name: "<Björn> Ek", role: "witness" },
  ],
};

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
      "Hash of line 0, written down at the start 9c55 12aa 7be0 d4f1 3f9a 02c1 77de 41b0 9c55 12aa",
    );
    expect(text).toContain("Head of the record, written down at the end 0c1d 2e3f 4a5b 6c7d");
  });

  it("has every line in words, in order, with time and actor", () => {
    const text = textOf(record);
    expect(text).toContain("in 2 lines");
    expect(text).toContain(
      "0 2026-11-23 22:00:00 Ada Okafor · ceremony.opened The ceremony was opened. 1 2026-11-23 22:01:30 &lt;Björn&gt; Ek · sign-off.given Disagrees: the door stood open.",
    );
  });

  it("has a line for each person's signature", () => {
    expect(textOf(record)).toContain(
      "Ada Okafor , administrator Signature Date &lt;Björn&gt; Ek , witness Signature Date",
    );
  });

  it("says of a record without a seal that it has none, and marks its pages with the first line's hash", () => {
    const text = textOf({ ...record, head: null });
    expect(text).toContain("This record was not sealed");
    expect(text).not.toContain("0c1d 2e3f");
    expect(text).toContain("Page 1 of 1 Hash of line 0 9c55 12aa");
    expect(textOf(record)).toContain("Page 1 of 1 Head of the record 0c1d 2e3f");
  });

  it("says REHEARSAL in a rehearsal, in letters and in a watermark without text", () => {
    expect(textOf(record)).not.toContain("REHEARSAL");
    const practice = { ...record, practice: true };
    expect(textOf(practice).match(/REHEARSAL/g)).toHaveLength(1);
    expect(markup(practice)).toContain('class="watermark"');
  });
});
