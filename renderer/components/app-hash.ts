/** The app's hash as a finding tells it. `hex` has its 64 characters without spaces. */
export interface ToldHash {
  readonly words: readonly string[];
  readonly hex: string;
}

const TOLD = /^([a-z]+(?: [a-z]+){7}) \(([0-9a-f]{4}(?: [0-9a-f]{4}){15})\)/u;

/** Takes the hash out of a finding's text, to be shown large; null where the text holds none, and is shown as it is. */
export function toldHash(found: string): ToldHash | null {
  const [, words, hex] = TOLD.exec(found) ?? [];
  if (words === undefined || hex === undefined) return null;
  return { words: words.split(" "), hex: hex.replaceAll(" ", "") };
}
