/** Width and height in the screen's logical pixels, which are larger than its own where it is scaled. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the screens are drawn for. */
const USUAL: Size = { width: 1280, height: 800 };

/** Below this the page becomes a narrow one. It scrolls, so a smaller screen serves as well. */
const LEAST: Size = { width: 960, height: 640 };

/** What a window manager may put around a page. It makes a window fit only as far as its least size lets it. */
const FRAME: Size = { width: 16, height: 64 };

/** The first size of the window's page on a screen with this work area. */
export function firstSize(workArea: Size): Size {
  return bounded(USUAL, workArea);
}

/** The least size of the window's page where these are the work areas of all screens that it may be moved to. */
export function leastSize(workAreas: readonly Size[]): Size {
  return workAreas.reduce<Size>(
    (least, { width, height }) =>
      bounded(least, { width: width - FRAME.width, height: height - FRAME.height }),
    LEAST,
  );
}

/** Whether a page of this size and its frame fit a work area. */
export function fits({ width, height }: Size, workArea: Size): boolean {
  return width + FRAME.width <= workArea.width && height + FRAME.height <= workArea.height;
}

/** A size no larger than another one, and never nothing. */
function bounded(size: Size, most: Size): Size {
  return {
    width: Math.max(1, Math.floor(Math.min(size.width, most.width))),
    height: Math.max(1, Math.floor(Math.min(size.height, most.height))),
  };
}
