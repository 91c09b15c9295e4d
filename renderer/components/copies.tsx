import type { CopyBeside } from "../../electron/contract/damaged-facts";
import { act } from "../bridge";
import { Button } from "./buttons";
import { Fours } from "./fours";
import { Time } from "./time";

interface CopiesProps {
  readonly title: string;
  readonly copies: readonly CopyBeside[];
}

/** Sound keystores that lie beside one that is none, each to be opened. Nothing where there are none. */
export function Copies({ title, copies }: CopiesProps) {
  if (copies.length === 0) return null;
  return (
    <section className="group" aria-labelledby="copies-title">
      <h2 id="copies-title">{title}</h2>
      <ul className="names">
        {copies.map(({ path, generation, updatedAt, vaultFingerprint }) => (
          <li key={path}>
            Generation {generation}, last changed <Time at={updatedAt} />, vault fingerprint{" "}
            <Fours hex={vaultFingerprint} /> <bdi className="path">{path}</bdi>
            <div className="actions">
              <Button onPress={() => void act("openKeystore", { path })}>Open generation {generation}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
