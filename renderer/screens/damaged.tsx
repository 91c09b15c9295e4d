import { useState } from "react";
import { type CopyBeside, copiesOfVault, copyInstead } from "../../electron/contract/damaged-facts";
import { sentence } from "../../electron/contract/sentences";
import type { DamagedView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Copies } from "../components/copies";
import { FingerprintField } from "../components/fingerprint-field";
import { Screen } from "../components/screen";
import { Time } from "../components/time";
import { Unproven } from "../components/unproven";

/** A keystore that is refused, with enough left for a quorum: first whether a better copy is at hand. */
export function DamagedScreen({ page }: { readonly page: DamagedView }) {
  const { facts, copies } = page;
  const [fingerprint, setFingerprint] = useState("");
  const instead = copyInstead(copies, fingerprint);
  const [sound = null] = instead === null ? copiesOfVault(copies, fingerprint) : [instead];
  const recover = () => void act("startRecoverDamaged", { fingerprint });
  return (
    <Screen
      heading="This keystore is damaged"
      primary={
        sound === null
          ? { label: "Recover from what is left", onGo: recover }
          : {
              label: `Open generation ${sound.generation}`,
              onGo: () => void act("openKeystore", { path: sound.path }),
            }
      }
      others={
        <>
          {sound !== null && instead === null && (
            <Button onPress={recover}>The sheets of that copy are gone: recover from what is left</Button>
          )}
          <Button onPress={() => void act("goHome", null)}>Close the keystore</Button>
        </>
      }
      below={<Unproven facts={facts} fingerprint={fingerprint} />}
    >
      <p className="lead">{sentence(facts.refusal)}</p>
      <p>
        <bdi className="path">{facts.path}</bdi>
      </p>
      {sound === null ? (
        <p>
          Look for a sound copy first: it proves what this file only says. If none is left, a quorum can still
          open the Master Key in this file, prove it by the fingerprint on the sheets, and have a clean
          keystore written.
        </p>
      ) : (
        <SoundCopy copy={sound} />
      )}
      <FingerprintField value={fingerprint} onChange={setFingerprint} claimed={facts.vaultFingerprint} />
      <Copies title="Other sound keystores in this folder" copies={copies.filter((copy) => copy !== sound)} />
    </Screen>
  );
}

function SoundCopy({ copy }: { readonly copy: CopyBeside }) {
  return (
    <section className="notice" aria-labelledby="sound-title">
      <h2 id="sound-title">A sound copy lies beside: use that one</h2>
      <p>
        Its seal holds, and it is of the same vault: generation {copy.generation}, last changed{" "}
        <Time at={copy.updatedAt} />, whatever the damaged file says of its own. {whichSheets(copy)}
      </p>
      <p>
        <bdi className="path">{copy.path}</bdi>
      </p>
      <p>A ceremony replaces the file that it opens. If this one is a backup, copy it first.</p>
    </section>
  );
}

function whichSheets({ sameSheets, hasRetired }: CopyBeside): string {
  if (sameSheets) return "The same sheets open it. Recover from it.";
  return hasRetired
    ? "The damaged file is from before the sheets were replaced, and this one from after: the present sheets open it."
    : "Other sheets open it than the damaged file.";
}
