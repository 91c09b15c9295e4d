/** Sizes in points that a name is tried in, largest first. The smallest still reads on paper. */
export const nameSizes = [20, 17, 14, 12, 10, 8.5, 7, 6] as const;

/** The first size that fits, or the smallest: what still stands out of its box is then cut by it. */
export function firstThatFits(sizes: readonly number[], fits: (size: number) => boolean): number {
  const smallest = sizes.at(-1);
  if (smallest === undefined) throw new Error("No sizes were given");
  return sizes.find(fits) ?? smallest;
}

/** Sets every name on the sheet as large as its box allows: a long one must not push the page to a second. */
export function fitNames(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>("[data-fit]")) {
    firstThatFits(nameSizes, (size) => {
      box.style.fontSize = `${size}pt`;
      return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
    });
  }
}
