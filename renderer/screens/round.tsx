import type { CheckedSheet, CheckView } from "../../electron/contract/check-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Fours } from "../components/fours";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import { Tick } from "../components/tick";

interface RoundProps {
  readonly view: Extract<CheckView, { step: "round" }>;
}

/** Whose sheet was looked at, and whose is next, in any order. */
export function RoundScreen({ view }: RoundProps) {
  const { sheets, keystore } = view;
  const next = sheets.find(({ state }) => state === "open");
  const open = sheets.filter(({ state }) => state === "open").length;
  return (
    <Screen
      heading="Are the sheets still good?"
      roles={{ acts: <Name>{view.plan.administrator}</Name>, watch: "Everybody" }}
      primary={
        next === undefined
          ? { label: "End the round", onGo: () => void act("endRound", null) }
          : { label: "Check the next sheet", onGo: () => void act("checkSheet", { index: next.index }) }
      }
      others={
        next !== undefined && (
          <Button onPress={() => void act("endRound", null)} disabled={open === sheets.length}>
            End the round
          </Button>
        )
      }
      below={<Sheets sheets={sheets} next={next} />}
    >
      <p className="lead">
        Each custodian enters their share, alone. The keystore tells whether it is the one that was made.
        Nothing is combined, and nothing is changed.
      </p>
      <p>
        First compare the vault fingerprint with the one on a sheet:
        <br />
        <Fours hex={keystore.vaultFingerprint} />
      </p>
    </Screen>
  );
}

function Sheets({
  sheets,
  next,
}: Pick<RoundProps["view"], "sheets"> & { readonly next: CheckedSheet | undefined }) {
  return (
    <section className="apart" aria-labelledby="sheets-title">
      <h2 id="sheets-title">Every custodian’s sheet</h2>
      <ul className="shares" aria-label="Key Shares">
        {sheets.map((sheet) => (
          <li key={sheet.index} data-verified={sheet.state === "good"} data-next={sheet === next}>
            <span className="share-number">{sheet.index}</span>
            <Name>{sheet.custodian}</Name>
            <State sheet={sheet} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ sheet }: { readonly sheet: CheckedSheet }) {
  const { index, state } = sheet;
  return (
    <span className="share-ends">
      {state === "good" && (
        <span className="share-state">
          <Tick /> Good
        </span>
      )}
      {state === "bad" && <strong className="share-state share-bad">Not good</strong>}
      {state === "absent" && <span className="share-state share-absent">Not reachable</span>}
      <Button kind="quiet" label={`Check share ${index}`} onPress={() => void act("checkSheet", { index })}>
        {state === "open" ? "Check" : "Check again"}
      </Button>
      {state === "open" && (
        <Button
          kind="quiet"
          label={`The custodian of share ${index} is not reachable`}
          onPress={() => void act("sheetAbsent", { index })}
        >
          Not reachable
        </Button>
      )}
    </span>
  );
}
