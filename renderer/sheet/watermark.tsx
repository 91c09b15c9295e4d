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

/** REHEARSAL, repeated over the whole page, light enough to read through. */
export function Watermark() {
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern
          id="rehearsal"
          width={WIDTH}
          height={HEIGHT}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-30) scale(2)"
        >
          {word.map((letter, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
            <path key={at} d={strokes[letter]} transform={`translate(${at * ADVANCE} 8)`} />
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#rehearsal)" />
    </svg>
  );
}
