import type { ErrorCode } from "../../electron/contract/errors";
import { moveFocus } from "../keyboard/move-focus";

/**
 * Brings a refusal to the person: the first wrong field, or else the sentence itself, comes into view and has the focus.
 * Nobody who types is torn away by what is about no field, and a stray key moves nothing: the sentence comes into view.
 */
export function comesToThePerson(
  code: ErrorCode,
  within: HTMLElement | null,
  sentence: HTMLElement | null,
): void {
  const wrong = within?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  const isStray = code.startsWith("keyboard.");
  const isTyping =
    document.activeElement instanceof HTMLInputElement && document.activeElement.type === "text";
  if (wrong !== null && !isStray) {
    sentence?.scrollIntoView({ block: "nearest" });
    moveFocus(wrong, { preventScroll: true });
    wrong.scrollIntoView({ block: "nearest" });
    return;
  }
  if (!isStray && !(isTyping && within?.contains(document.activeElement))) {
    moveFocus(sentence, { preventScroll: true });
  }
  sentence?.scrollIntoView({ block: "nearest" });
}
