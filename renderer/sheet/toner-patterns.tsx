/** Widths of test lines, in millimetres. A sheet needs nothing finer than 0.3. */
const widths = [0.1, 0.2, 0.3, 0.5] as const;

/** Hundredths of black in the test's fields of grey. */
const greys = [10, 30, 50] as const;

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
          <svg viewBox="0 0 10 9" aria-hidden="true">
            <rect width="10" height="9" fill={`hsl(0 0% ${100 - grey}%)`} />
          </svg>
          <figcaption>{grey} %</figcaption>
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

/** Four upright lines beside four level ones, far enough apart to stay lines on a poor printer. */
function Lines({ width }: { readonly width: number }) {
  const places = [0.5, 1.7, 2.9, 4.1];
  const upright = places.map((x) => `M${x} 0V9`);
  const level = places.map((x) => `M5.5 ${2 * x}H10`);
  return (
    <svg viewBox="0 0 10 9" strokeWidth={width} aria-hidden="true">
      <path d={[...upright, ...level].join("")} />
    </svg>
  );
}
