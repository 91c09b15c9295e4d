/**
 * A pasted list of names: one a line, or one a spreadsheet cell. Numbering and bullets before a name are left
 * out, as are empty lines. Null when it is only one name, which the field takes as it is.
 */
export function pastedNames(text: string): readonly string[] | null {
  const names = text
    .split(/[\r\n\t]+/u)
    .map((line) => line.replace(/^\s*(?:\d{1,3}[.)]\s+|[-•*]\s+)/u, "").trim())
    .filter((name) => name !== "");
  return names.length > 1 ? names : null;
}

/** The rows after a list was pasted into row `at`: it fills this row and those after it, adding as many as it needs. */
export function filledRows(
  rows: readonly string[],
  at: number,
  names: readonly string[],
  most: number,
): readonly string[] {
  return [...rows.slice(0, at), ...names, ...rows.slice(at + names.length)].slice(0, most);
}
