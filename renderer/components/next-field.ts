import type { KeyboardEvent } from "react";

/**
 * What Enter does in a line of text among several: it goes to the next one, and in the last it is the primary action.
 * A barcode reader sends Enter behind what it reads.
 */
export function toNextField(event: KeyboardEvent<HTMLFormElement>): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="text"]')];
  const at = fields.indexOf(event.target);
  const next = at === -1 ? undefined : fields[at + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
