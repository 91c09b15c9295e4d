import type { Failure } from "../../electron/contract/errors";
import { useMirror } from "../store";
import { type Burst, type Heard, hear, type Into, quiet, SILENCE_MS } from "./burst";
import { giveCode } from "./code-taker";
import { isMoving } from "./move-focus";

/** Keys that change others, or give no character by themselves. Scanners press some of them. */
const silentKeys: ReadonlySet<string> = new Set([
  "Shift",
  "Control",
  "Alt",
  "Meta",
  "AltGraph",
  "CapsLock",
  "NumLock",
  "ScrollLock",
  "Dead",
  "Process",
  "Unidentified",
  "Compose",
]);

/** What was typed without a pause before a code began is its prefix, and goes with it. */
const PREFIX_MS = 150;

/** What a field held before the last characters that came without a pause. */
interface Mark {
  readonly field: EventTarget | null;
  readonly value: string;
  readonly at: number;
}

/** Hears every key of the window before anything else does. Called once, before the app is mounted. */
export function listenToKeyboard(): void {
  let burst: Burst = quiet;
  let mark: Mark = { field: null, value: "", at: 0 };
  let silence = 0;

  const take = (heard: Heard): boolean => {
    const { burst: after, kept, begins, code, ignored } = hear(burst, heard);
    burst = after;
    window.clearTimeout(silence);
    if (burst.phase === "code") silence = window.setTimeout(() => take({ what: "silence" }), SILENCE_MS);
    if (begins) putBack(mark);
    if (code !== undefined && !giveCode(code.text)) tell({ code: "keyboard.strayed-code", of: code.kind });
    if (ignored) tell({ code: "keyboard.lost" });
    return kept;
  };

  const takeCharacters = (text: string, target: EventTarget | null, at: number): boolean => {
    if (mark.field !== target || at - mark.at >= PREFIX_MS)
      mark = { field: target, value: heldBy(target), at };
    mark = { ...mark, at };
    // All of them are heard, also those behind one that is kept.
    return Array.from(text, (one) => take({ what: "character", text: one, into: into(target), at })).includes(
      true,
    );
  };

  const keep = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || silentKeys.has(event.key)) return;
    const { key, target, timeStamp: at } = event;
    if (key === "Enter" && event.repeat) {
      // A held Enter would run through several screens.
      keep(event);
    } else if (key === "Enter" || (key === "Tab" && !event.shiftKey)) {
      if (take({ what: "end", key, at })) keep(event);
    } else if (isLineFeed(event)) {
      if (take({ what: "end", key: "Enter", at })) keep(event);
    } else if (Array.from(key).length > 1 || isCommand(event)) {
      take({ what: "person" });
    } else if (!takesText(target) && takeCharacters(key, target, at)) {
      keep(event);
    }
  };

  const onText = (event: InputEvent) => {
    if (event.inputType !== "insertText" || event.data === null || !takesText(event.target)) return;
    if (takeCharacters(event.data, event.target, event.timeStamp)) keep(event);
  };

  const onPerson = () => {
    if (!isMoving()) take({ what: "person" });
  };

  window.addEventListener("keydown", onKey, true);
  window.addEventListener("beforeinput", onText, true);
  window.addEventListener("pointerdown", onPerson, true);
  window.addEventListener("focusin", onPerson, true);
}

function tell(refusal: Failure): void {
  useMirror.setState({ refusal });
}

/** Some scanners send a line feed as Ctrl+J. */
function isLineFeed({ key, ctrlKey }: KeyboardEvent): boolean {
  return ctrlKey && key.toLowerCase() === "j";
}

/** Ctrl, Alt or Meta with a key is no character, unless they are AltGr. */
function isCommand(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph");
}

function takesText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  return target instanceof HTMLInputElement && target.type === "text" && !target.readOnly;
}

function into(target: EventTarget | null): Into {
  if (target instanceof HTMLSelectElement) return "list";
  if (!takesText(target)) return "nothing";
  return target.dataset.cell === undefined ? "text" : "cells";
}

function heldBy(target: EventTarget | null): string {
  return takesText(target) || target instanceof HTMLSelectElement ? target.value : "";
}

/** Gives a field what it held before, and lets its component know. */
function putBack({ field, value }: Mark): void {
  if (field instanceof HTMLSelectElement && field.value !== value) {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (takesText(field) && field.isConnected) {
    // React hears of a value only if it was not set by way of its own property.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
