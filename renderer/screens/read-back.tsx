import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { WhoseShare } from "../components/share-title";
import { SheetEntry } from "../components/sheet-entry";
import type { At } from "./step-view";

/** The custodian scans the sheet's code or types its words: the proof that it can be read. Nobody can skip it. */
export function ReadBackScreen({ view }: { readonly view: At<"read-back"> }) {
  const { share, filled, problem, asked, copiedByHand } = view;
  return (
    <SheetEntry
      heading="Read the sheet back"
      roles={alone(share)}
      title={<WhoseShare share={share} total={view.shares.length} />}
      problem={problem}
      filled={filled}
      scannable={asked === null && !copiedByHand}
      codeWasRead={asked !== null}
      changed={problem !== null || asked !== null}
      subject={view}
      note={asked !== null && <AskedFor />}
      others={
        <>
          {!copiedByHand && <Button onPress={() => void act("reprint", null)}>Print again</Button>}
          <Button onPress={() => void act("declareSpoiled", null)}>This sheet is spoiled</Button>
        </>
      }
    />
  );
}

function AskedFor() {
  return (
    <p className="note" role="status">
      The code is read. Now type the words that are still open, as they stand on the sheet: they prove that
      the words can be read too.
    </p>
  );
}
