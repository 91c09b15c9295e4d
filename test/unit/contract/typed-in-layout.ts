import { layouts } from "../../../electron/contract/keyboard-layouts";

export const layoutNames: readonly string[] = layouts.map(({ name }) => name);

interface Typing {
  /** The layout that the scanner is set to; US keys unless told. */
  readonly scanner?: string;
  readonly capsLock?: boolean;
}

/** What a computer of layout `name` sees when a scanner types `text`. Keys that type nothing are left out. */
export function asTypedIn(name: string, text: string, { scanner = "US", capsLock = false }: Typing): string {
  const seen = keysOf(name);
  const sent = keysOf(scanner);
  return Array.from(text, (character) => {
    const shift = sent.shifted.indexOf(character);
    const at = shift === -1 ? sent.plain.indexOf(character) : shift;
    if (at === -1) throw new Error(`No key for ${character}`);
    const levels = { plain: seen.plain[at] ?? " ", shifted: seen.shifted[at] ?? " " };
    // Caps Lock turns Shift round on keys that have a letter on both levels.
    const isShifted = (shift !== -1) !== (capsLock && /^\p{L}{2}$/u.test(levels.plain + levels.shifted));
    return (isShifted ? levels.shifted : levels.plain).trim();
  }).join("");
}

/** Whether a layout has a key of its own for every character of the codes, told apart from all others. */
export function canTypeCodes(name: string): boolean {
  const { plain, shifted } = keysOf(name);
  return Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567:").every((one) =>
    [...plain, ...shifted].includes(one),
  );
}

function keysOf(name: string): { plain: string[]; shifted: string[] } {
  const layout = layouts.find((one) => one.name === name);
  if (layout === undefined) throw new Error(`No layout ${name}`);
  return { plain: [...layout.plain], shifted: [...layout.shifted] };
}
