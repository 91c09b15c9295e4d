import type { CommandName } from "../contract/commands";
import { looksSecret } from "../record/looks-secret";

/** The commands whose texts are secrets on purpose, and the head of a record, which has the length of a key. */
const meant: readonly CommandName[] = [
  "enterWords",
  "enterProof",
  "enterCurrentKey",
  "enterWrappingKey",
  "compareRecordHead",
];

/**
 * Where a secret has strayed into a command: into a name, a path or a number, which many people read. A scanner that
 * types writes wherever the cursor is. Gives the member, as in `custodians.2`, or null. `offered` are the texts that the
 * app itself has put before people: what it found is data, and only what people typed is searched.
 */
export function strayedSecret(name: CommandName, input: unknown, offered: readonly string[]): string | null {
  if (meant.includes(name)) return null;
  const found = textsIn(input).find(({ text }) => looksSecret(typedPart(text, offered)));
  return found?.member ?? null;
}

/** Every text in a view or another answer of the app. */
export function offeredIn(answer: unknown): readonly string[] {
  return textsIn(answer).map(({ text }) => text);
}

/**
 * What people typed of a text: nothing where the app offered it as it is, and else what they put into the text that was
 * offered, with the whole words that it touches. Where nothing like it was offered, all of it.
 */
function typedPart(text: string, offered: readonly string[]): string {
  const parts = offered.filter(looksSecret).map((whole) => putInto(whole, text));
  return parts.reduce((least, part) => (part.length < least.length ? part : least), text);
}

function putInto(whole: string, text: string): string {
  const most = Math.min(whole.length, text.length);
  const start = countWhile(most, (at) => whole[at] === text[at]);
  const end = countWhile(most - start, (at) => whole.at(-1 - at) === text.at(-1 - at));
  const [before, after] = [text.slice(0, start), text.slice(text.length - end)];
  const put = text.slice(start, text.length - end);
  if (put === "") return "";
  const [begun] = /^\s/u.test(put) ? [""] : (/\S*$/u.exec(before) ?? [""]);
  const [ended] = /\s$/u.test(put) ? [""] : (/^\S*/u.exec(after) ?? [""]);
  return `${begun}${put}${ended}`;
}

/** How many places from 0 on, at most `most`, hold. */
function countWhile(most: number, holds: (at: number) => boolean): number {
  let at = 0;
  while (at < most && holds(at)) at += 1;
  return at;
}

interface Text {
  readonly member: string;
  readonly text: string;
}

function textsIn(value: unknown, member = ""): readonly Text[] {
  if (typeof value === "string") return [{ member, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const within = member === "" ? "" : `${member}.`;
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${within}${name}`));
}
