import { useState } from "react";
import { copiesOfVault } from "../../electron/contract/damaged-facts";
import { sentence } from "../../electron/contract/sentences";
import type { UnreadableView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Copies } from "../components/copies";
import { FingerprintField } from "../components/fingerprint-field";
import { Screen } from "../components/screen";

/** A file that was a keystore, and of which nothing can be used: the sound ones beside it. */
export function UnreadableScreen({ page }: { readonly page: UnreadableView }) {
  const { path, refusal, copies } = page;
  const [fingerprint, setFingerprint] = useState("");
  const ofVault = copiesOfVault(copies, fingerprint);
  return (
    <Screen
      heading="This keystore cannot be used"
      primary={{ label: "Close the keystore", onGo: () => void act("goHome", null) }}
    >
      <p className="lead">{sentence(refusal)}</p>
      <p>
        <bdi className="path">{path}</bdi>
      </p>
      <FingerprintField value={fingerprint} onChange={setFingerprint} claimed={null} />
      <Copies title="Sound keystores of the same vault" copies={ofVault} />
      {ofVault.length === 0 && <Copies title="Sound keystores in this folder" copies={copies} />}
    </Screen>
  );
}
