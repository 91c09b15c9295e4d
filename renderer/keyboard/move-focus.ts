let moving = false;

/** Moves the focus where the app wants it: in what is typed it is no sign of a person. */
export function moveFocus(to: HTMLElement | null | undefined, options?: FocusOptions): void {
  asTheApp(() => to?.focus(options));
}

/** Does what moves the focus besides, such as opening a dialog. */
export function asTheApp(move: () => void): void {
  const before = moving;
  moving = true;
  try {
    move();
  } finally {
    moving = before;
  }
}

/** Whether the app moves the focus just now. */
export function isMoving(): boolean {
  return moving;
}
