/**
 * The first line (from 1) where a JSON text departs from the one plain way to write its value: with white
 * space outside strings removed it must equal `JSON.stringify(value)` (FORMATS §3, Reading). That refuses
 * doubled members, of which a parser silently keeps the last, odd escapes and odd numbers. Null if it never does.
 */
export function unusualLine(text: string, value: unknown): number | null {
  const plain = JSON.stringify(value);
  let line = 1;
  let at = 0;
  let inString = false;
  for (let position = 0; position < text.length; position += 1) {
    const character = text[position];
    if (!inString && isWhiteSpace(character)) {
      if (character === "\n") line += 1;
      continue;
    }
    if (character !== plain[at]) return line;
    at += 1;
    if (character === '"' && !isEscaped(text, position)) inString = !inString;
  }
  return at === plain.length ? null : line;
}

/** JSON's own four, RFC 8259 §2. */
function isWhiteSpace(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

/** Whether an odd number of backslashes stands right before. */
function isEscaped(text: string, position: number): boolean {
  let before = position;
  while (text[before - 1] === "\\") before -= 1;
  return (position - before) % 2 === 1;
}
