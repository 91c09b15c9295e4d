import type { CheckedSheet, CheckView } from "../../contract/check-views";
import type { KeystoreFacts } from "../../contract/keystore-facts";
import { assertNever } from "../../contract/result";
import { closingView, openingView } from "../proceedings/frame-view";
import type { RecordSoFar } from "../proceedings/proceedings";
import { scriptOfCheck } from "../proceedings/script";
import type { CheckState, Sheets } from "./state";

/** What a renderer may know of a round of checks: no word of any share. */
export function checkView(state: CheckState, keystore: KeystoreFacts, record: RecordSoFar | null): CheckView {
  switch (state.step) {
    case "people":
      return { at, step: "people", keystore, typed: state.typed, problem: state.problem };
    case "script":
    case "opened":
    case "clock":
    case "app-hash":
    case "preflight": {
      const { plan, sheets } = state;
      const script = scriptOfCheck(
        plan.administrator,
        sheets.map(({ custodian }) => custodian),
        keystore,
      );
      return { at, keystore, plan, ...openingView(state, script, record) };
    }
    case "round":
      return { at, keystore, plan: state.plan, sheets: state.sheets, step: "round" };
    case "sheet": {
      const { plan, sheets, index, entry } = state;
      return { at, keystore, plan, sheets, sheet: sheetAt(sheets, index), ...entry };
    }
    case "checked": {
      const { plan, sheets, index, problem } = state;
      return { at, keystore, plan, sheets, step: "checked", sheet: sheetAt(sheets, index), problem };
    }
    case "custody": {
      const { plan, sheets, savedTo, problem } = state;
      return { at, keystore, plan, sheets, step: "custody", savedTo, problem };
    }
    case "sign-off":
    case "signing":
    case "sealed":
      return { at, keystore, plan: state.plan, ...closingView(state, record, true) };
    default:
      return assertNever(state);
  }
}

const at = "check";

function sheetAt(sheets: Sheets, index: number): CheckedSheet {
  const sheet = sheets.find((one) => one.index === index);
  if (sheet === undefined) throw new Error(`No sheet ${index}`);
  return sheet;
}
