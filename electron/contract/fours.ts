/** Hex, or any text of characters that people compare, in groups of four: `3f9a 02c1 77de 41b0` (FORMATS §1). */
export function inFours(text: string): string {
  return text.match(/.{1,4}/gu)?.join(" ") ?? "";
}
