// Letters of strokes in a box of 8 by 12: drawn, not text, so that a reader of the page finds only its words.
const strokes: Readonly<Record<string, string>> = {
  R: "M0 12V0H6V6H0M3 6L6 12",
  E: "M6 0H0V12H6M0 6H5",
  H: "M0 0V12M6 0V12M0 6H6",
  A: "M0 12L3 0L6 12M1 8H5",
  S: "M6 0H0V6H6V12H0",
  L: "M0 0V12H6",
};

const word = [..."REHEARSAL"];
const ADVANCE = 9;
const WIDTH = word.length * ADVANCE + 12;
const HEIGHT = 30;

/** Where the word stands on the slanted plane: enough to cover A4 and US Letter. */
const places = range(0, 23).flatMap((row) => range(-3, 4).map((column) => ({ row, column })));

/** REHEARSAL, repeated over the whole page, light enough to read through. No pattern: Chromium prints one as a picture. */
export function Watermark() {
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <g id="rehearsal">
          {word.map((letter, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
            <path key={at} d={strokes[letter]} transform={`translate(${at * ADVANCE} 8)`} />
          ))}
        </g>
      </defs>
      <g transform="rotate(-30) scale(2)">
        {places.map(({ row, column }) => (
          <use key={`${row} ${column}`} href="#rehearsal" x={column * WIDTH} y={row * HEIGHT} />
        ))}
      </g>
    </svg>
  );
}

/** Whole numbers from `first` to `last`. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
