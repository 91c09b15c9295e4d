import { useState } from "react";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Field } from "../components/field";
import { beforeWitnesses } from "../components/roles";
import { ScanPane } from "../components/scan-pane";
import { PictureButton } from "../components/scan-picture";
import { ScanProblemNote } from "../components/scan-problem";
import { useScan } from "../components/scan-state";
import { Screen } from "../components/screen";
import { anyAmong } from "../qr/scan-text";
import type { At } from "./step-view";

/** What stands on the proof page comes back, by its code or by its words: main compares. */
export function ProofReadScreen({ view }: { readonly view: At<"proof-read"> }) {
  const [text, setText] = useState("");
  const compare = (read: string) => act("enterProof", { text: read });
  const scan = useScan(compare, view, anyAmong);
  const typed = text.trim() !== "";
  const comparing = { label: "Compare", onGo: () => void compare(text) };
  const scanning = { label: "Scan the code with the camera", onGo: scan.film, disabled: scan.reading };
  const primary = typed ? comparing : scanning;
  return (
    <Screen
      heading="Read the proof page back"
      roles={beforeWitnesses(view.plan)}
      problem={scan.filming || scan.problem !== null ? null : view.problem}
      primary={scan.filming ? undefined : primary}
      others={
        scan.filming ? undefined : (
          <>
            {!typed && <PictureButton onFiles={scan.open} disabled={scan.reading} />}
            <Button onPress={() => void act("proveAgain", null)}>Print it again, or elsewhere</Button>
          </>
        )
      }
      enter="submits"
    >
      <ScanProblemNote problem={scan.problem} />
      {scan.filming ? (
        <ScanPane among={anyAmong} onText={scan.take} onLeave={scan.leave} />
      ) : (
        <>
          <p className="lead" role="status">
            {scan.reading ? "Reading the picture …" : <Instruction printer={view.printer} />}
          </p>
          <Field
            label="The eight words of the page, or its code"
            hint="Each word in full, with a space between them. A scanner types the code by itself."
            value={text}
            onChange={setText}
            wrong={view.problem !== null}
            meant="words"
            first
            mono
          />
        </>
      )}
    </Screen>
  );
}

function Instruction({ printer }: Pick<At<"proof-read">, "printer">) {
  if (printer.kind === "pdf-folder") {
    return <>The page was written as proof.pdf. In this rehearsal it stands for paper.</>;
  }
  return (
    <>
      Take the page from <bdi>{printer.name}</bdi>. Scan its code, or type its words.
    </>
  );
}
