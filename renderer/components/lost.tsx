import type { DamagedFacts } from "../../electron/contract/damaged-facts";
import { counted } from "../../electron/contract/wording";

/** What a clean generation does not take over from the damaged file: nothing proves it. */
export function Lost({ facts }: { readonly facts: DamagedFacts }) {
  return (
    <section className="notice" aria-labelledby="lost-title">
      <h2 id="lost-title">What is not kept of the damaged file</h2>
      <p>Nothing proves it, so the clean keystore leaves it out. The record says so.</p>
      <ul>
        <li>
          The list of earlier ceremonies ({asSaid(facts.ceremonies, "entry", "entries")}). Their records are
          compared with the heads on paper, or with an older sound copy.
        </li>
        <li>
          The retired share sets ({asSaid(facts.retiredSets, "set", "sets")}). Their sheets will be called
          foreign. Destroy all that are left.
        </li>
        <li>When the vault, its keys and its sheets were created. The clean keystore gives today’s date.</li>
      </ul>
    </section>
  );
}

function asSaid(count: number | null, one: string, many: string): string {
  if (count === null) return "unreadable";
  return `the file lists ${count === 1 ? counted(1, one) : `${count} ${many}`}`;
}
