import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type {
  BlankShareSheet,
  ProofSheet,
  ShareSheet,
  Sheet,
  WrappingKeySheet,
} from "../../../../electron/contract/sheets";
import { SheetPage } from "../../../../renderer/sheet/sheet-page";

const parametersHash = "0c1d2e3f4a5b6c7d8e9fa0b1c2d3e4f560718293a4b5c6d7e8f90a1b2c3d4e5f";

const share: ShareSheet = {
  kind: "share",
  paper: "a4",
  practice: false,
  vaultName: "Payments <b>EU</b>",
  vaultFingerprint: "3f9a02c177de41b09c5512aa7be0d4f1",
  date: "2026-11-23T22:00:00.000Z",
  appVersion: "0.1.0",
  parametersHash,
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
  parametersHash,
  wrappingKeyKid: "77de41b03f9a02c1",
  bits: 192,
  lines: [
    { groups: ["0123", "4567", "89ab", "cdef"], check: "c0de" },
    { groups: ["0123", "4567", "89ab", "cdee"], check: "beef" },
    { groups: ["0123", "4567", "89ab", "cdec"], check: "face" },
  ],
  qr: `KCW1:${"0123456789ABCDEF".repeat(3)}`,
};

const { words, qr, ...facts } = share;
const blank: BlankShareSheet = { ...facts, kind: "blank-share" };

const proof: ProofSheet = {
  kind: "proof",
  paper: "a4",
  practice: false,
  vaultName: "Payments EU",
  date: share.date,
  appVersion: "0.1.0",
  parametersHash,
  printer: "Vault <room>",
  words: words.slice(0, 8),
  qr,
};

const every: readonly Sheet[] = [share, blank, wrappingKey, proof];

function markup(sheet: Sheet): string {
  return renderToStaticMarkup(<SheetPage sheet={sheet} />);
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

describe("every sheet", () => {
  it.each(every)(
    "says REHEARSAL in a rehearsal, in letters and in a watermark without text: $kind",
    (sheet) => {
      expect(textOf(markup(sheet))).not.toContain("REHEARSAL");
      const practice = markup({ ...sheet, practice: true });
      expect(textOf(practice).match(/REHEARSAL/g)).toHaveLength(1);
      expect(practice).toContain('class="watermark"');
    },
  );

  it.each(every)("names its ceremony's parameters, where everybody may see it: $kind", (sheet) => {
    const [name = ""] = markup(sheet).split("</section>");
    expect(textOf(name)).toContain(
      "Ceremony’s parameters 0c1d 2e3f 4a5b 6c7d 8e9f a0b1 c2d3 e4f5 6071 8293 a4b5 c6d7 e8f9 0a1b 2c3d 4e5f",
    );
  });

  it.each(every)("is of the paper that it names: $kind", (sheet) => {
    expect(markup(sheet)).toContain('class="page a4"');
    expect(markup({ ...sheet, paper: "letter" })).toContain('class="page letter"');
  });

  it.each([share, blank, wrappingKey])("says how it is closed: $kind", (sheet) => {
    const text = textOf(markup(sheet));
    expect(text).toContain("fold 1, forwards");
    expect(text).toContain("fold 2, backwards");
    expect(text).toContain("fold 3, backwards");
  });
});

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

  it.each([share, blank])("says what to do with it, and how it is read without this app: $kind", (sheet) => {
    const text = textOf(markup(sheet));
    expect(text).toContain("Found it? Alone it opens nothing.");
    expect(text).toContain("Lost, or seen by others? Tell the vault’s administrator the same day.");
    expect(text).toContain("Called to a recovery? Come yourself, with this sheet.");
    expect(text).toContain("docs/formats.md");
    expect(text).toContain("“Key Shares, version 1”");
    expect(text).toContain("Bag number Custodian’s signature Witness’s signature");
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

  it("says what to do with it, and how it is read without this app", () => {
    const text = textOf(markup(wrappingKey));
    expect(text).toContain("Found it? Leave it folded,");
    expect(text).toContain("Lost, or seen by others? Tell the vault’s administrator at once.");
    expect(text).toContain("The keystore’s “encryptedKey” is a JWE (RFC 7516; dir, A192GCM)");
    expect(text).toContain("“Opening a vault without this app”");
    expect(text).toContain("Bag number Operator’s signature Witness’s signature");
  });

  it("names no custodian and no threshold", () => {
    expect(textOf(markup(wrappingKey))).not.toMatch(/needed|Key Share/);
  });
});

describe("a sheet to copy words on", () => {
  it("says what the share's sheet says, but no word and no code", () => {
    const html = markup(blank);
    const text = textOf(html);
    expect(text).toContain("Key Share 2 of 5 — three are needed");
    expect(text).toContain("No code on a hand copy");
    expect(text).not.toMatch(/abandon|zoo/);
    expect(html).not.toContain("<svg");
  });

  it("has 31 numbered boxes with a space for each of eight letters", () => {
    const html = markup(blank);
    expect(html.match(/<li>/g)).toHaveLength(31);
    expect(html.match(/<i><\/i>/g)).toHaveLength(31 * 8);
    expect(textOf(html)).toContain("29 30 31");
  });
});

describe("a printer's proof", () => {
  it("has a code of a share's size, its words, and every letter and digit", () => {
    const html = markup(proof);
    const text = textOf(html);
    expect(html).toContain('viewBox="0 0 49 49"');
    expect(text).toContain("7 abandon 8 zoo");
    expect(text).toContain("abcdefghijklm nopqrstuvwxyz 0123456789");
  });

  it("names its printer and day, and holds no secret", () => {
    const text = textOf(markup(proof));
    expect(text).toContain("Vault &lt;room&gt;");
    expect(text).toContain("2026-11-23 22:00");
    expect(text).toContain("This page holds no secret. Destroy or keep it as you like.");
    expect(text).not.toContain("fold");
  });
});
