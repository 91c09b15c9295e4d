import { type AfterWriting, afterWritingSentence } from "../../electron/contract/after-writing";

/** What people must know of a keystore that is written and proven. */
export function AfterWritingNotice({ told }: { readonly told: readonly AfterWriting[] }) {
  if (told.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="after-writing-title">
      <h2 id="after-writing-title">The keystore is written. One thing needs your attention</h2>
      <ul>
        {told.map(afterWritingSentence).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
