import { codeBeginning } from "../../electron/contract/code-beginning";
import { type CodeKind, codeKinds } from "../../electron/contract/typed-code";

/**
 * What a keyboard scanner does: it types a code, and mostly Enter or Tab behind it, wherever the focus is. Pure: what
 * was typed and when goes in, what becomes of the key comes out.
 *
 * No Enter behind characters that went nowhere is an answer, however slowly they came. Times decide only how long the
 * same burst may still go on once it has ended: a second line end, a suffix.
 */
export type Burst =
  /** A code is being collected. Nothing of it reaches the page. */
  | (Pace & { readonly phase: "code"; readonly kind: CodeKind | null; readonly code: string })
  /** A code has ended: its Enter is still to come, or characters that the scanner puts behind it. */
  | (Pace & { readonly phase: "over"; readonly run: string })
  | (Pace & {
      readonly phase: "typing";
      /** The last characters that were typed one after the other. */
      readonly run: string;
      /** How many of them went nowhere. */
      readonly lost: number;
      /** Enter ended what was typed before, and was the last key. */
      readonly entered: boolean;
    });

/** When the last character came, and how long after the one before it. */
interface Pace {
  readonly last: number;
  readonly gap: number;
}

/** Where a character goes: into text, into the cells for words, into a list that is searched by typing, or nowhere. */
export type Into = "text" | "cells" | "list" | "nothing";

/** What was heard. `at` is in milliseconds. */
export type Heard =
  | { readonly what: "character"; readonly text: string; readonly into: Into; readonly at: number }
  | { readonly what: "end"; readonly key: "Enter" | "Tab"; readonly at: number }
  /** Another key, a pointer, or a focus that somebody moved: whatever comes now, a person wants it. */
  | { readonly what: "person" }
  /** Nothing was heard for `SILENCE_MS`. */
  | { readonly what: "silence" };

/** What follows from it. */
export interface Hearing {
  readonly burst: Burst;
  /** The key does nothing more: it was part of a code, or of what went nowhere. */
  readonly kept: boolean;
  /** A code begins: what its first characters have left in a field is taken away. */
  readonly begins?: true;
  /** A code has ended, whole or not, as it was typed. */
  readonly code?: { readonly kind: CodeKind | null; readonly text: string };
  /** An Enter was not taken, because what was typed before it went nowhere. */
  readonly ignored?: true;
}

/** A code whose end is not known by its length has ended when nothing follows for so long. */
export const SILENCE_MS = 3000;

/**
 * What follows after no more than so many of its own gaps is the same burst: what a scanner puts behind a code, and a line
 * feed behind a carriage return. Within limits: some send all at once, and people are never so quick.
 */
const GAPS = 4;
const LEAST_MS = 30;
const MOST_MS = 400;

/** Nobody hits so many keys by mistake before they press Tab. */
const NO_SLIP = 3;

const RUN_LIMIT = 120;
const CODE_LIMIT = 240;

export const quiet: Extract<Burst, { phase: "typing" }> = {
  phase: "typing",
  run: "",
  lost: 0,
  last: 0,
  gap: MOST_MS,
  entered: false,
};

/** What becomes of what was heard. */
export function hear(burst: Burst, heard: Heard): Hearing {
  switch (heard.what) {
    case "character":
      return hearCharacter(burst, heard);
    case "end":
      return hearEnd(burst, heard);
    case "silence":
      return burst.phase === "code" ? ended(burst, burst.last) : { burst, kept: false };
    case "person":
      return { ...(burst.phase === "code" ? ended(burst, burst.last) : {}), burst: quiet, kept: false };
  }
}

type Character = Extract<Heard, { what: "character" }>;

function hearCharacter(burst: Burst, { text, into, at }: Character): Hearing {
  const pace: Pace = { last: at, gap: at - burst.last };
  if (burst.phase === "code") {
    const code = { ...burst, ...pace, code: burst.code + text };
    return isWhole(code) ? ended(code, at) : { burst: code, kept: true };
  }
  const run = (burst.run + text).slice(-RUN_LIMIT);
  const beginning = codeBeginning(run, into !== "cells");
  if (beginning !== null) {
    const code = Array.from(run).slice(-beginning.length).join("");
    return { burst: { phase: "code", kind: beginning.kind, code, ...pace }, kept: true, begins: true };
  }
  if (burst.phase === "over") {
    if (goesOn(burst, at)) return { burst: { ...burst, run, last: at }, kept: true };
    return hearCharacter(quiet, { what: "character", text, into, at });
  }
  if (into !== "nothing") {
    return { burst: { phase: "typing", run, lost: 0, entered: false, ...pace }, kept: false };
  }
  // A space alone presses a button or ticks a box; among other characters it belongs to them.
  const isSpace = text === " ";
  if (isSpace && (burst.lost === 0 || !goesOn(burst, at))) return { burst: quiet, kept: false };
  return { burst: { ...burst, run, lost: burst.lost + 1, ...pace }, kept: isSpace };
}

function hearEnd(burst: Burst, { key, at }: Extract<Heard, { what: "end" }>): Hearing {
  const after: Burst = { ...quiet, entered: true, last: at, gap: burst.gap };
  if (burst.phase === "code") return { ...ended(burst, at), burst: after };
  if (burst.phase === "over") return { burst: after, kept: true };
  if (key === "Tab") {
    const isBurst = burst.lost >= NO_SLIP && goesOn(burst, at);
    return isBurst ? { burst, kept: true } : { burst: quiet, kept: false };
  }
  if (burst.lost > 0) return { burst: after, kept: true, ignored: true };
  if (burst.entered && goesOn(burst, at)) return { burst, kept: true };
  return { burst: burst.run === "" ? quiet : after, kept: false };
}

function goesOn({ last, gap }: Pace, at: number): boolean {
  return at - last <= Math.min(MOST_MS, Math.max(LEAST_MS, gap * GAPS));
}

function ended({ kind, code, gap }: Extract<Burst, { phase: "code" }>, at: number): Hearing {
  return { burst: { phase: "over", run: "", last: at, gap }, kept: true, code: { kind, text: code } };
}

/**
 * Whether nothing is missing any more, whatever it is worth. The shorter of two Wrapping Keys may be the beginning of the
 * longer; in a layout that cannot type the colon a character is missing, and only Enter or silence ends it.
 */
function isWhole({ kind, code }: Extract<Burst, { phase: "code" }>): boolean {
  if (kind === null) return code.length >= CODE_LIMIT;
  const { tag, lengths } = codeKinds[kind];
  return Array.from(code).length >= tag.length + 1 + Math.max(...lengths);
}
