import type { CheckedSheet, CheckView } from "../../contract/check-views";
import type { KeystoreFacts } from "../../contract/keystore-facts";
import { assertNever } from "../../contract/result";
import type { CheckState } from "./state";

/** What a renderer may know of a round of checks: no word of any share. */
export function checkView(state: CheckState, keystore: KeystoreFacts): CheckView {
  const { sheets } = state;
  const common = { at: "check", keystore, sheets } as const;
  switch (state.step) {
    case "round":
      return { ...common, step: "round" };
    case "sheet":
      return { ...common, sheet: sheetAt(state), ...state.entry };
    case "checked":
      return { ...common, step: "checked", sheet: sheetAt(state) };
    case "custody":
      return { ...common, step: "custody", savedTo: state.savedTo, problem: state.problem };
    default:
      return assertNever(state);
  }
}

function sheetAt({ sheets, index }: Extract<CheckState, { index: number }>): CheckedSheet {
  const sheet = sheets.find((one) => one.index === index);
  if (sheet === undefined) throw new Error(`No sheet ${index}`);
  return sheet;
}
