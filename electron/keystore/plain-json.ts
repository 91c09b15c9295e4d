import type { UnusualJson } from "../contract/errors";

/** Where a JSON text departs from the one plain way to write its value. Lines count from 1. */
export interface Departure {
  readonly line: number;
  readonly found: UnusualJson;
}

/** A string, a number, or a mark of the structure. White space and the three words are passed over. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],\n]/gs;

/** One escape, the two halves of a surrogate pair as one. */
const escapes = /\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\./gs;

/**
 * The first place where a JSON text departs from the one plain way to write its value: with white space outside strings
 * removed it must equal `JSON.stringify(JSON.parse(text))` (FORMATS §3, Reading). So it may not have a member twice, of
 * which a parser silently keeps the last, an escape that is not needed or not in lowercase, or a number in another form.
 * Null if it never does. `text` is JSON, and no member of it has a whole number for a name.
 */
export function departure(text: string): Departure | null {
  let line = 1;
  /** Of each object that is open the names so far; of each list null. */
  const open: (Set<string> | null)[] = [];
  for (const { 0: part, index } of text.matchAll(token)) {
    const found = part === "\n" ? null : unusual(part);
    if (found !== null) return { line, found };
    if (part === "\n") line += 1;
    else if (part === "{") open.push(new Set());
    else if (part === "[") open.push(null);
    else if (part === "}" || part === "]") open.pop();
    else if (part.startsWith('"') && isName(text, index + part.length)) {
      const names = open.at(-1);
      const member: string = JSON.parse(part);
      if (names?.has(member)) return { line, found: { kind: "repeated", member } };
      names?.add(member);
    }
  }
  return null;
}

/** What is unusual about a string or a number as it is written; null for everything else. */
function unusual(part: string): UnusualJson | null {
  if (/^[\d-]/.test(part)) {
    const plain = JSON.stringify(Number(part));
    return plain === part ? null : { kind: "number", written: part, plain };
  }
  if (!part.includes("\\")) return null;
  for (const [written] of part.matchAll(escapes)) {
    if (JSON.stringify(JSON.parse(`"${written}"`)) !== `"${written}"`) return { kind: "escape", written };
  }
  return null;
}

/** Whether a string that ends at `end` names a member: only then a colon follows. */
function isName(text: string, end: number): boolean {
  const after = /[^ \n\r\t]/g;
  after.lastIndex = end;
  return after.exec(text)?.[0] === ":";
}
