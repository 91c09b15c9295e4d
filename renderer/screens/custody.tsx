import { useState } from "react";
import type { CheckedSheet, CheckView } from "../../electron/contract/check-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Name } from "../components/name";
import { PathField } from "../components/path-field";
import { Screen } from "../components/screen";
import { Time } from "../components/time";

interface CustodyProps {
  readonly view: Extract<CheckView, { step: "custody" }>;
}

/** What the round has found: how many sheets are good, and whether those are enough. */
export function CustodyScreen({ view }: CustodyProps) {
  const { sheets, keystore, savedTo } = view;
  const [path, setPath] = useState("");
  const good = sheets.filter(({ state }) => state === "good").length;
  const isEnough = good >= keystore.threshold;
  return (
    <Screen
      heading={isEnough ? "A quorum is reachable" : "Too few sheets are known to be good"}
      roles={{ acts: <Name>{view.plan.administrator}</Name>, watch: "Everybody" }}
      problem={view.problem}
      primary={
        savedTo === null
          ? { label: "Save the report", onGo: () => void act("saveCustody", { path }), disabled: path === "" }
          : { label: "Go on to the sign-off", onGo: () => void act("sealRecord", null) }
      }
      others={
        <>
          <Button onPress={() => void act("backToRound", null)}>Back to the list</Button>
          {savedTo === null && (
            <Button kind="quiet" onPress={() => void act("sealRecord", null)}>
              Go on without saving
            </Button>
          )}
        </>
      }
      below={<Sheets sheets={sheets} />}
    >
      <p className={isEnough ? "lead" : "problem"}>
        {good} of {sheets.length} sheets are known to be good; a recovery needs {keystore.threshold}.
        {!isEnough &&
          " Look for the missing sheets. If they stay lost, move the data to a new vault while the Wrapping Key still opens this one."}
      </p>
      {savedTo === null ? (
        <PathField
          label="Custody report"
          member="path"
          purpose="custody-report"
          value={path}
          onChange={setPath}
        />
      ) : (
        <p role="status">
          The report was saved as <bdi className="path">{savedTo}</bdi>
        </p>
      )}
    </Screen>
  );
}

function Sheets({ sheets }: { readonly sheets: readonly CheckedSheet[] }) {
  return (
    <section className="apart" aria-labelledby="found-title">
      <h2 id="found-title">What was found</h2>
      <ul className="shares">
        {sheets.map(({ index, custodian, state, at }) => (
          <li key={index}>
            <span className="share-number">{index}</span>
            <Name>{custodian}</Name>
            <span className="share-found">
              {found[state]}
              {at !== null && (
                <>
                  , <Time at={at} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const found: Readonly<Record<CheckedSheet["state"], string>> = {
  open: "Not checked",
  good: "Good",
  bad: "Not good",
  absent: "Not reachable",
};
