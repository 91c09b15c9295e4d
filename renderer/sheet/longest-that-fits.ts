/**
 * How many UTF-16 units of a text fit, cut behind a space where there is one and never inside a character; 0 where not
 * even one fits. `fits` must hold for every beginning of a text for which it holds.
 */
export function longestThatFits(text: string, fits: (part: string) => boolean): number {
  const characters = [...text];
  const start = (count: number) => characters.slice(0, count).join("");
  let most = 0;
  let tooMany = characters.length + 1;
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(start(middle))) most = middle;
    else tooMany = middle;
  }
  const part = start(most);
  const behindSpace = part.lastIndexOf(" ") + 1;
  return part.length === text.length || behindSpace === 0 ? part.length : behindSpace;
}
