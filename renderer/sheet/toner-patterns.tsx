/** Widths of test lines, in millimetres. A sheet needs nothing finer than 0.3. */
const widths = [0.1, 0.2, 0.3, 0.5] as const;

/** Shares of black in the test's fields of grey. */
const greys = [0.1, 0.3, 0.5] as const;

/** Patterns that show toner that is low, and a drum or fuser that is worn: lines, greys, black, and a length. */
export function TonerPatterns() {
  return (
    <div className="patterns">
      {widths.map((width) => (
        <figure key={width}>
          <Lines width={width} />
          <figcaption>{width} mm</figcaption>
        </figure>
      ))}
      {greys.map((grey) => (
        <figure key={grey}>
          <svg viewBox="0 0 12 9" aria-hidden="true">
            <rect width="12" height="9" fillOpacity={grey} />
          </svg>
          <figcaption>{100 * grey} %</figcaption>
        </figure>
      ))}
      <figure className="black">
        <svg viewBox="0 0 24 9" aria-hidden="true">
          <rect width="24" height="9" />
        </svg>
        <figcaption>black</figcaption>
      </figure>
      <p className="ruler">50 mm</p>
    </div>
  );
}

/** Upright and level lines, far enough apart to stay lines on a poor printer. */
function Lines({ width }: { readonly width: number }) {
  const places = [0.5, 1.5, 2.5, 3.5, 4.5];
  return (
    <svg viewBox="0 0 12 9" strokeWidth={width} aria-hidden="true">
      <path
        d={`${places.map((x) => `M${x} 0V9`).join("")}${places.map((y) => `M6 ${2 * y - 0.5}h6`).join("")}`}
      />
    </svg>
  );
}
