import { describe, expect, it } from "vitest";
import { type ScanProblem, scanSentence } from "../../../../renderer/qr/scan-sentences";

// A record, so that a code that is added must be looked at here as well.
const problems: { readonly [C in ScanProblem["code"]]: Extract<ScanProblem, { code: C }> } = {
  "scan.several-files": { code: "scan.several-files" },
  "scan.empty-file": { code: "scan.empty-file" },
  "scan.large-file": { code: "scan.large-file", megabytes: 64 },
  "scan.unreadable-file": { code: "scan.unreadable-file" },
  "scan.pdf": { code: "scan.pdf" },
  "scan.gif": { code: "scan.gif" },
  "scan.moving": { code: "scan.moving" },
  "scan.no-picture": { code: "scan.no-picture" },
  "scan.many-pixels": { code: "scan.many-pixels", megapixels: 60, most: 40 },
  "scan.damaged-picture": { code: "scan.damaged-picture" },
  "scan.no-code": { code: "scan.no-code" },
  "scan.several-codes": { code: "scan.several-codes" },
  "scan.wrapping-key": { code: "scan.wrapping-key" },
  "scan.printer-proof": { code: "scan.printer-proof" },
  "scan.other-code": { code: "scan.other-code" },
  "scan.share": { code: "scan.share" },
  "scan.not-key-sheet": { code: "scan.not-key-sheet" },
  "scan.reader": { code: "scan.reader" },
  "scan.no-camera": { code: "scan.no-camera" },
  "scan.camera-denied": { code: "scan.camera-denied" },
  "scan.camera-busy": { code: "scan.camera-busy" },
  "scan.camera-lost": { code: "scan.camera-lost" },
  "scan.window-hidden": { code: "scan.window-hidden" },
};

describe("scanSentence", () => {
  it.each(Object.values(problems))(
    "says $code in plain words: what happened, what is safe, what to do",
    (problem) => {
      const text = scanSentence(problem);
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).toMatch(/Nothing was entered|not opened|None was opened/);
      expect(text.match(/[.]( |$)/g)?.length).toBeGreaterThanOrEqual(3);
      expect(text).not.toMatch(/!|undefined|scan\./);
    },
  );

  it("names the numbers", () => {
    expect(scanSentence(problems["scan.large-file"])).toContain("64 MB");
    expect(scanSentence(problems["scan.many-pixels"])).toContain("60 megapixels, and at most 40");
  });
});
