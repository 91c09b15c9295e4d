import type { UnfinishedView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "./buttons";
import { type Fact, Facts } from "./facts";
import { Time } from "./time";

const says: Readonly<Record<UnfinishedView["kind"], string>> = {
  "orphan-key":
    "An earlier ceremony stopped before its keystore was written. Its Wrapping Key file is still there and opens " +
    "nothing. If its keystore may be on a medium that is not inserted now, insert it and start the app again. " +
    "Otherwise remove the file, and destroy the share sheets of that ceremony before its witnesses.",
  complete:
    "An earlier ceremony stopped after its keystore was written. The keystore and its Wrapping Key file are both " +
    "there and fit one another: the vault is sound. Make a second copy of the keystore yourself.",
  written:
    "An earlier ceremony stopped after its keystore was written, and before its record was sealed. The keystore is there, " +
    "and its Wrapping Key is on its sheet: the vault is sound. Make a second copy of the keystore yourself.",
  misfit:
    "An earlier ceremony stopped in the middle. A keystore and a Wrapping Key file are there, but the key does not " +
    "open the keystore. Do not use either before somebody has found out why.",
  "not-renewed":
    "An earlier ceremony stopped before it replaced the keystore: the vault opens as it did before, and the sheets that " +
    "its custodians had are good. A Wrapping Key or share sheets that were made in that ceremony open nothing. Remove " +
    "the key file, and destroy those new sheets before witnesses.",
  renewed:
    "An earlier ceremony stopped after it had replaced the keystore. What was delivered in it is what counts: the new " +
    "Wrapping Key, or the new sheets. The old keystore is kept beside the new one.",
  "renewal-unclear":
    "A ceremony that was to replace a keystore stopped in the middle, and what stands in the keystore’s place now is " +
    "neither the old one nor the one that was made, or it cannot be seen. If it is on a medium, insert it and start the " +
    "app again. Destroy no sheet, no key and no keystore before somebody has found out which keystore the vault runs on.",
  unclear:
    "An earlier ceremony stopped in the middle, and not everything that it may have written can be seen. If one of " +
    "the places below is on a medium, insert it and start the app again. If no keystore was written there, the " +
    "share sheets of that ceremony open nothing: destroy them before its witnesses.",
};

/** What an earlier ceremony left behind, and what to do about it. */
export function Unfinished({ unfinished }: { readonly unfinished: UnfinishedView }) {
  const { kind, keystorePath, wrappingKeyPath, startedAt, recordPath } = unfinished;
  return (
    <section className="notice" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">A ceremony was not finished</h2>
      <p>{says[kind]}</p>
      <Facts
        facts={[
          { what: "Started", is: <Time at={startedAt} /> },
          {
            what: "Wrapping Key",
            is: wrappingKeyPath === null ? "None in a file" : <bdi className="path">{wrappingKeyPath}</bdi>,
          },
          { what: "Keystore", is: <bdi className="path">{keystorePath}</bdi> },
          ...recordOf(recordPath),
        ]}
      />
      <div className="actions">
        {(kind === "orphan-key" || (kind === "not-renewed" && wrappingKeyPath !== null)) && (
          <Button onPress={() => void act("removeUnfinished", null)}>Remove the Wrapping Key file</Button>
        )}
        <Button onPress={() => void act("dismissUnfinished", null)}>Leave everything as it is</Button>
      </div>
    </section>
  );
}

function recordOf(path: string | null): readonly Fact[] {
  if (path === null) return [];
  return [
    {
      what: "Record",
      is: (
        <>
          <bdi className="path">{path}</bdi>
          <p className="hint">It ends where the ceremony was interrupted, without a seal. Keep it.</p>
        </>
      ),
    },
  ];
}
