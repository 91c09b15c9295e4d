import { describe, expect, it } from "vitest";
import { countPages } from "../../../electron/shell/pdf-pages";

const page = "<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 595 842]>>\nendobj\n";
const tree = "<</Type /Pages\n/Count 1\n/Kids [1 0 R]>>\nendobj\n";

function pages(text: string): number {
  return countPages(new TextEncoder().encode(text));
}

describe("countPages", () => {
  it.each([0, 1, 2, 5])("counts %i pages beside the tree that holds them", (count) => {
    expect(pages(`%PDF-1.4\n${page.repeat(count)}${tree}%%EOF`)).toBe(count);
  });

  it("counts a page that ends the file", () => {
    expect(pages("<</Type /Page")).toBe(1);
  });

  it("reads no further than the bytes that it was given", () => {
    const whole = new TextEncoder().encode(`${page}${page}`);
    expect(countPages(whole.subarray(0, whole.length / 2))).toBe(1);
  });
});
