/** The scheme that everything on screen comes from: the app's own files and nothing else. */
export const SCHEME = "app";

/** Scheme and host of both pages. */
export const ORIGIN = `${SCHEME}://ceremony`;

export const MAIN_PAGE = `${ORIGIN}/index.html`;
export const SHEET_PAGE = `${ORIGIN}/sheet.html`;

/** An address without its fragment: jumping within a page leaves it the same page. */
export function pageOf(address: string): string {
  return address.replace(/#.*$/s, "");
}

/** In-memory sessions: a partition whose name does not begin with `persist:` never reaches the disk. */
export const MAIN_PARTITION = "main";
export const SHEET_PARTITION = "sheet";
