import type { ReactNode } from "react";

interface Strips {
  /** Whose sheet it is: outside when the sheet is folded. */
  readonly name: ReactNode;
  /** What to do with it: outside as well. */
  readonly advice: ReactNode;
  readonly code: ReactNode;
  readonly text: ReactNode;
}

/**
 * A page of four equal strips, folded three times so that its lower half, the secret one, lies inside with two layers
 * of paper on either side: text face to face with code, then name and advice around them.
 */
export function FoldedStrips({ name, advice, code, text }: Strips) {
  return (
    <>
      <section className="strip">{name}</section>
      <section className="strip outer-fold">
        <p className="fold">fold 3, backwards</p>
        {advice}
        <p className="closing">
          <b>To close:</b> fold at 1, so that the bottom edge meets line 2. Then fold backwards at 2, and
          backwards at 3. Nothing secret is outside now, and two layers of paper cover it on each side. A
          strong light still shines through: <b>seal the folded sheet in an opaque bag.</b>
        </p>
      </section>
      <section className="strip edge">
        <p className="fold">fold 2, backwards · everything below is secret</p>
        {code}
      </section>
      <section className="strip inner-fold">
        <p className="fold">fold 1, forwards</p>
        {text}
      </section>
    </>
  );
}

/** The same strips without folds, for a page that hides nothing. */
export function FlatStrips({ name, advice, code, text }: Strips) {
  return [name, advice, code, text].map((content, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a strip is its place
    <section className="strip" key={at}>
      {content}
    </section>
  ));
}
