import type { KeyboardEvent } from "react";
import { moveFocus } from "../keyboard/move-focus";

/**
 * What Enter in a field of a form does. It goes to the next line of text, and from the last to the primary button without
 * pressing it: whoever states a fact or makes something presses the button. A plan may go on from its last line
 * ("submits-last"), and what states nothing from anywhere ("submits").
 */
export type EnterKey = "goes-to-button" | "submits-last" | "submits";

/** Does it. A button is pressed by Enter, and what a field has done with it already stays done. */
export function onEnterKey(event: KeyboardEvent<HTMLFormElement>, enter: EnterKey): void {
  const { currentTarget: form, target } = event;
  if (event.key !== "Enter" || event.defaultPrevented || enter === "submits") return;
  if (!(target instanceof HTMLElement) || target instanceof HTMLButtonElement) return;
  const lines = [...form.querySelectorAll<HTMLElement>('input[type="text"]')];
  const place = lines.indexOf(target);
  const next = place === -1 ? undefined : lines[place + 1];
  if (next === undefined && enter === "submits-last") return;
  event.preventDefault();
  moveFocus(next ?? form.querySelector<HTMLElement>(".button-primary"));
}
