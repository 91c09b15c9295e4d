import { visible } from "./escape";

/** For each code of `F` its sentence: one that is missing does not compile. */
export type Sentences<F extends { code: string }> = {
  readonly [C in F["code"]]: (failure: Extract<F, { code: C }>) => string;
};

/** "3", "3 and 5", "3, 5 and 9"; with "or" where only one of them is meant. */
export function listed(items: readonly (string | number)[], last: "and" | "or" = "and"): string {
  const head = items.slice(0, -1).join(", ");
  const tail = String(items.at(-1) ?? "");
  return head === "" ? tail : `${head} ${last} ${tail}`;
}

/** "Word 3", "Words 3 and 5". */
export function wordsAt(positions: readonly number[]): string {
  return `${positions.length === 1 ? "Word" : "Words"} ${listed(positions)}`;
}

/** "1 word", "30 words". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** Text from outside in quotation marks: nothing invisible in it, and never longer than a few lines. */
export function quoted(text: string): string {
  const characters = [...text];
  const short = characters.length > 200 ? `${characters.slice(0, 200).join("")}…` : text;
  return `“${visible(short)}”`;
}
