/**
 * Dark modules as one SVG path, a unit each: a run of modules in a row is one rectangle, so that
 * no printer leaves a hairline between two of them.
 */
export function modulePath(modules: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of modules.entries()) {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      const dark = row[x] === true;
      if (dark && start === -1) start = x;
      if (dark || start === -1) continue;
      runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
      start = -1;
    }
  }
  return runs.join("");
}
