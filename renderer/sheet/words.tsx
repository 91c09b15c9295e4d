/** Words in numbered cells, read downwards. Number and word are one line of text: so a reader of the page finds them together. */
export function Words({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className="words">
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place, and may be on the sheet twice
        <li key={at}>
          {`${String(at + 1).padStart(2)} `}
          <b>{word}</b>
        </li>
      ))}
    </ol>
  );
}
