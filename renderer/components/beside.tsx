import { besideSentences } from "../../electron/contract/beside-sentences";
import type { BesideFacts } from "../../electron/contract/keystore-facts";

/** What lies beside a keystore and raises a question, but for a later generation. Nothing where nothing does. */
export function Beside({ beside }: { readonly beside: BesideFacts }) {
  const says = besideSentences(beside);
  if (says.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="beside-title">
      <h2 id="beside-title">Other files in this folder</h2>
      <ul>
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
