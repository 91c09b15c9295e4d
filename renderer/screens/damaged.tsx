import { useState } from "react";
import type { CopyBeside } from "../../electron/contract/damaged-facts";
import { sentence } from "../../electron/contract/sentences";
import type { DamagedView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { FingerprintField } from "../components/fingerprint-field";
import { Screen } from "../components/screen";
import { Unproven } from "../components/unproven";

/** A keystore that is refused, with enough left for a quorum: first whether a better copy is at hand. */
export function DamagedScreen({ page }: { readonly page: DamagedView }) {
  const { facts, copies } = page;
  const [fingerprint, setFingerprint] = useState("");
  const sound = copies.find(({ relation }) => relation === "same" || relation === "newer");
  const others = copies.filter((copy) => copy !== sound);
  return (
    <Screen
      heading="This keystore is damaged"
      primary={
        sound === undefined
          ? {
              label: "Recover from what is left",
              onGo: () => void act("startRecoverDamaged", { fingerprint }),
            }
          : {
              label: `Open generation ${sound.generation}`,
              onGo: () => void act("openKeystore", { path: sound.path }),
            }
      }
      others={<Button onPress={() => void act("goHome", null)}>Close the keystore</Button>}
      below={<Unproven facts={facts} fingerprint={fingerprint} />}
    >
      <p className="lead">{sentence(facts.refusal)}</p>
      <p>
        <bdi className="path">{facts.path}</bdi>
      </p>
      {sound === undefined ? (
        <>
          <p>
            Look for a sound copy first: it proves what this file only says. If none is left, a quorum can
            still open the Master Key in this file, prove it by the fingerprint on the sheets, and have a
            clean keystore written.
          </p>
          <FingerprintField value={fingerprint} onChange={setFingerprint} claimed={facts.vaultFingerprint} />
        </>
      ) : (
        <section className="notice" aria-labelledby="sound-title">
          <h2 id="sound-title">A sound copy lies beside: use that one</h2>
          <p>
            Its seal holds, and it is generation {sound.generation} of the same history:{" "}
            <bdi className="path">{sound.path}</bdi>
          </p>
        </section>
      )}
      {others.length > 0 && <OtherCopies copies={others} />}
    </Screen>
  );
}

function OtherCopies({ copies }: { readonly copies: readonly CopyBeside[] }) {
  return (
    <section className="group" aria-labelledby="others-title">
      <h2 id="others-title">Sound keystores beside it</h2>
      <ul className="names">
        {copies.map(({ path, generation, relation }) => (
          <li key={path}>
            Generation {generation}, {says[relation]} <bdi className="path">{path}</bdi>
            <div className="actions">
              <Button onPress={() => void act("openKeystore", { path })}>Open generation {generation}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const says: Readonly<Record<CopyBeside["relation"], string>> = {
  same: "the same one, sound.",
  newer: "a later one, sound.",
  older: "an older one: it opens with the Wrapping Key and the shares of its day.",
  forked: "of the same vault, but with another history than this file says.",
  "other-vault": "of another vault.",
  unclear: "and too little is left of this file to compare: it may be the better one.",
};
