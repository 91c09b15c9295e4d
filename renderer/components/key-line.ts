import { asHexDigits } from "../../electron/contract/typed-hex";

/** A line of a Wrapping Key sheet: 16 hex characters and a check of four (FORMATS §5). */
const LINE_LENGTH = 20;

/** What was typed into a line, in groups of four as on the sheet. Only hex characters stay. */
export function groupedLine(typed: string): string {
  const hex = asHexDigits(typed)
    .replace(/[^0-9a-f]/gu, "")
    .slice(0, LINE_LENGTH);
  return hex.match(/.{1,4}/gu)?.join(" ") ?? "";
}

/** Whether a grouped line has all its characters. */
export function isWholeLine(grouped: string): boolean {
  return grouped.replaceAll(" ", "").length === LINE_LENGTH;
}

/** A pasted text of several lines as lines, grouped. Null when it is one line or less. */
export function pastedLines(text: string, count: number): readonly string[] | null {
  const hex = asHexDigits(text).replace(/[^0-9a-f]/gu, "");
  if (hex.length <= LINE_LENGTH) return null;
  return Array.from({ length: count }, (_, at) => {
    return groupedLine(hex.slice(at * LINE_LENGTH, (at + 1) * LINE_LENGTH));
  });
}
