import { moveFocus } from "./move-focus";

/**
 * Keeps the focus from falling to the body when what had it is taken away: a row, a button that is no longer offered, a
 * camera's pane. It goes to where the screen begins, or to the question before it. Called once.
 */
export function keepFocus(): void {
  let last: Element | null = null;
  window.addEventListener("focusin", ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  const observer = new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    moveFocus(beginning());
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** The first field or the heading; never a button, which the next Enter would press. */
function beginning(): HTMLElement | null {
  const place = document.querySelector("dialog[open]") ?? document.querySelector("main");
  const first = place?.querySelector<HTMLElement>("input[data-first]") ?? null;
  if (first !== null) return first;
  const heading = place?.querySelector<HTMLElement>("h1, h2") ?? null;
  if (heading !== null) heading.tabIndex = -1;
  return heading;
}
