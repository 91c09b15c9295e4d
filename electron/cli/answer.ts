import type { Failure } from "../contract/errors";
import { visibleJson } from "../contract/escape";
import { sentence } from "../contract/sentences";

/** What a command found. `facts` are for `--json`, `lines` for a person; neither ever holds a secret. */
export interface Answer {
  readonly ok: boolean;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** A plain no, in the words of contract/sentences.ts. */
export function refused(failure: Failure): Answer {
  const { code, ...facts } = failure;
  const message = sentence(failure);
  return { ok: false, code, facts: { ...facts, message }, lines: [message] };
}

/** One JSON object on one line, nothing invisible in it, or the lines for a person. */
export function printed(answer: Answer, json: boolean): string {
  if (!json) return `${answer.lines.join("\n")}\n`;
  const { ok, code, facts } = answer;
  return `${visibleJson(JSON.stringify({ ok, code, ...facts }))}\n`;
}
