import type { CheckedSheet, CheckView } from "../../electron/contract/check-views";
import { sentence } from "../../electron/contract/sentences";
import { act } from "../bridge";
import { BagChangeFields, useBagChange } from "../components/bag-change";
import { Fours } from "../components/fours";
import { Name, Names } from "../components/name";
import { NoBag } from "../components/no-bag";
import { Screen } from "../components/screen";

interface CheckedProps {
  readonly view: Extract<CheckView, { step: "checked" }>;
}

/** What was found of one sheet, which goes back into a bag before the next custodian comes. */
export function CheckedScreen({ view }: CheckedProps) {
  const { sheet, keystore, plan, problem } = view;
  const { bags, setBags, changed, withoutNew } = useBagChange();
  const isGood = sheet.state === "good";
  return (
    <Screen
      heading={
        <>
          The sheet of <Name>{sheet.custodian}</Name> is {isGood ? "good" : "not good"}
        </>
      }
      roles={{ acts: <Name>{sheet.custodian}</Name>, watch: <Names most={3}>{plan.witnesses}</Names> }}
      problem={problem}
      primary={{ label: "The sheet is in its bag", onGo: () => void act("sheetChecked", changed) }}
      others={<NoBag label="There is no new bag" onGo={() => void act("sheetChecked", withoutNew)} />}
    >
      <p className="lead">
        {isGood
          ? `It holds Key Share ${sheet.index} of ${keystore.custodians.length}, of which any ${keystore.threshold} open the vault.`
          : "It was noted as not good. What the other custodians hold is as it was."}
      </p>
      <p>{isGood ? howItWasRead(sheet) : sheet.problem !== null && sentence(sheet.problem)}</p>
      {isGood ? (
        <p>
          It is of share set <Fours hex={keystore.setId} />, which is in use. Fold the sheet, and seal it
          again in a new bag.
        </p>
      ) : (
        <p>Seal it in a new bag all the same: what can still be read of it may count one day.</p>
      )}
      <BagChangeFields bags={bags} onChange={setBags} problem={problem} />
    </Screen>
  );
}

function howItWasRead({ how }: CheckedSheet): string {
  switch (how) {
    case "code":
      return "Its code was read, and the words were not looked at. To know that they are legible too, check it once more and type them.";
    case "repaired":
      return "Some words could no longer be read and were found again. Reshare before more of them fade.";
    default:
      return "All its words were read.";
  }
}
