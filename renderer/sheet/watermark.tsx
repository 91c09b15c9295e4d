// Letters of strokes in a box of 8 by 12, each from its upper left corner on: drawn, not text, so that a reader of the
// page finds only its words.
const strokes: Readonly<Record<string, string>> = {
  R: "m0 12v-12h6v6h-6m3 0l3 6",
  E: "m6 0h-6v12h6m-6 -6h5",
  H: "m0 0v12m6 -12v12m-6 -6h6",
  A: "m0 12l3 -12l3 12m-5 -4h4",
  S: "m6 0h-6v6h6v6h-6",
  L: "m0 0v12h6",
};

const word = [..."REHEARSAL"];
const ADVANCE = 9;
const WIDTH = word.length * ADVANCE + 12;
const HEIGHT = 30;

/** Where the word stands on the slanted plane: enough to cover A4 and US Letter. */
const places = range(0, 23).flatMap((row) => range(-3, 4).map((column) => ({ row, column })));

/** All of it in one path: as hundreds of elements it would take half a second for each page. */
const path = places
  .flatMap(({ row, column }) =>
    word.map((letter, at) => `M${column * WIDTH + at * ADVANCE} ${row * HEIGHT + 8}${strokes[letter]}`),
  )
  .join("");

/** REHEARSAL, repeated over the whole page, light enough to read through. No pattern: Chromium prints one as a picture. */
export function Watermark() {
  return (
    <svg className="watermark" aria-hidden="true">
      <path d={path} transform="rotate(-30) scale(2)" />
    </svg>
  );
}

/** Whole numbers from `first` to `last`. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
