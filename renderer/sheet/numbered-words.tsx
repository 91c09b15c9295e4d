/** The longest words of the list have this many letters. */
const LETTERS = 8;

/** No more than this many words need fewer rows. */
const FEW = 8;

/**
 * Words in numbered cells, read downwards. Number and word are one line of text, so that a reader of the page's text
 * finds them together. A few words are spread over the place of 31: a proof then tries the printer there everywhere.
 */
export function Words({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className={words.length > FEW ? "words" : "words spread"}>
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place, and may be on the sheet twice
        <li key={at}>
          {`${number(at)} `}
          <b>{word}</b>
        </li>
      ))}
    </ol>
  );
}

/** The same cells empty, with a space for each letter of the longest word. */
export function WordBoxes({ count }: { readonly count: number }) {
  return (
    <ol className="words boxed">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
        <li key={at}>
          {number(at)}
          <span className="letters">
            {Array.from({ length: LETTERS }, (_, letter) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter's space is its place
              <i key={letter} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

function number(at: number): string {
  return String(at + 1).padStart(2);
}
