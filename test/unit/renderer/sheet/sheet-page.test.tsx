import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ShareSheet, WrappingKeySheet } from "../../../../electron/contract/sheets";
import { SheetPage } from "../../../../renderer/sheet/sheet-page";

const share: ShareSheet = {
  kind: "share",
  paper: "a4",
  practice: false,
  vaultName: "Payments <b>EU</b>",
  vaultFingerprint: "3f9a02c177de41b09c5512aa7be0d4f1",
  date: "2026-11-23T22:00:00.000Z",
  appVersion: "0.1.0",
  setId: "9c5512aa",
  index: 2,
  total: 5,
  threshold: 3,
  custodian: "Amara Diallo",
  words: Array.from({ length: 31 }, (_, at) => (at % 2 === 0 ? "abandon" : "zoo")),
  qr: `KC1:${"A2".repeat(34)}B`,
};

const wrappingKey: WrappingKeySheet = {
  kind: "wrapping-key",
  paper: "a4",
  practice: false,
  vaultName: "Payments EU",
  vaultFingerprint: share.vaultFingerprint,
  date: share.date,
  appVersion: "0.1.0",
  wrappingKeyKid: "77de41b03f9a02c1",
  bits: 192,
  lines: [
    { groups: ["0123", "4567", "89ab", "cdef"], check: "c0de" },
    { groups: ["0123", "4567", "89ab", "cdee"], check: "beef" },
    { groups: ["0123", "4567", "89ab", "cdec"], check: "face" },
  ],
  qr: `KCW1:${"0123456789ABCDEF".repeat(3)}`,
};

function markup(sheet: ShareSheet | WrappingKeySheet): string {
  return renderToStaticMarkup(<SheetPage sheet={sheet} />);
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

describe("a share sheet", () => {
  it("says whose share it is, of which vault, and how many are needed", () => {
    const text = textOf(markup(share));
    expect(text).toContain("Key Share 2 of 5 — three are needed");
    expect(text).toContain("Amara Diallo");
    expect(text).toContain("3f9a 02c1 77de 41b0 9c55 12aa 7be0 d4f1");
    expect(text).toContain("9c55 12aa");
    expect(text).toContain("2026-11-23");
    expect(text).toContain("Key Ceremony 0.1.0");
  });

  it("has its 31 words in order, each with its number", () => {
    const text = textOf(markup(share));
    const numbered = share.words.map((word, at) => `${at + 1} ${word}`).join(" ");
    expect(text).toContain(numbered);
  });

  it("has exactly one code: 41 modules and a quiet zone of four on each side", () => {
    const html = markup(share);
    expect(html.match(/<svg/g)).toHaveLength(1);
    expect(html).toContain('viewBox="0 0 49 49"');
  });

  it("shows names as text", () => {
    expect(markup(share)).toContain("Payments &lt;b&gt;EU&lt;/b&gt;");
  });

  it("says REHEARSAL in a rehearsal, in letters and in a watermark without text, and only there", () => {
    expect(textOf(markup(share))).not.toContain("REHEARSAL");
    const practice = markup({ ...share, practice: true });
    expect(textOf(practice).match(/REHEARSAL/g)).toHaveLength(1);
    expect(practice).toContain('class="watermark"');
  });
});

describe("a Wrapping Key sheet", () => {
  it("has every line with its check, and one code", () => {
    const html = markup(wrappingKey);
    const text = textOf(html);
    expect(text).toContain("1 0123 4567 89ab cdef c0de");
    expect(text).toContain("3 0123 4567 89ab cdec face");
    expect(text).toContain("77de 41b0 3f9a 02c1");
    expect(html.match(/<svg/g)).toHaveLength(1);
  });

  it("names no custodian and no threshold", () => {
    expect(textOf(markup(wrappingKey))).not.toMatch(/needed|Key Share/);
  });
});
