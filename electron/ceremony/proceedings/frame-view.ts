import type { ClosingView, OpeningView } from "../../contract/proceedings";
import { assertNever } from "../../contract/result";
import type { ScriptStep } from "../../contract/sheets";
import type { ClosingState } from "./closing";
import { type Frozen, judgedFindings, type OpeningState } from "./opening";
import type { Page } from "./paging";
import type { RecordSoFar } from "./proceedings";

/** What a renderer may know of an opening. */
export function openingView(
  state: OpeningState<Frozen>,
  script: readonly ScriptStep[],
  record: RecordSoFar | null,
): OpeningView {
  switch (state.step) {
    case "script": {
      const { page, printed, starting, problem } = state;
      if (page === null) return { step: "script", script, printed, starting, problem };
      if (page.printing !== null) return { step: "script-printing", printer: page.printing };
      return { step: "script-page", setup: state.setup, ...choosing(page) };
    }
    case "opened":
      return {
        step: "opened",
        firstHash: record?.firstHash ?? "",
        recordPath: record?.path ?? "",
        looking: state.looking,
      };
    case "clock":
    case "app-hash": {
      const finding = state.findings.find(({ id }) => id === state.step);
      if (finding === undefined) throw new Error("Every look finds something of each item.");
      return { step: state.step, finding, problem: state.problem };
    }
    case "preflight": {
      const { excepted, looking, problem, plan } = state;
      const findings = judgedFindings(state);
      return { step: "preflight", findings, sharedRoles: plan.sharedRoles, excepted, looking, problem };
    }
    default:
      return assertNever(state);
  }
}

/** What a renderer may know of a closing. `last`: nothing comes behind it. */
export function closingView(
  state: ClosingState<unknown, unknown>,
  record: RecordSoFar | null,
  last: boolean,
): ClosingView {
  switch (state.step) {
    case "sign-off": {
      const { signers, sealing, problem } = state;
      return { step: "sign-off", signers, lines: record?.lines ?? [], sealing, problem };
    }
    case "signing": {
      const signer = state.signers.find(({ name }) => name === state.name);
      if (signer === undefined) throw new Error("Nobody signs who is not of the ceremony.");
      return { step: "signing", signer, problem: state.problem };
    }
    case "sealed": {
      const { page, printed, aborted, problem } = state;
      if (page !== null) {
        if (page.printing !== null) return { step: "record-printing", printer: page.printing };
        return { step: "record-page", setup: state.setup, ...choosing(page) };
      }
      return {
        step: "sealed",
        firstHash: record?.firstHash ?? "",
        head: record?.head ?? null,
        recordPath: record?.path ?? "",
        printed,
        aborted,
        last,
        problem,
      };
    }
    default:
      return assertNever(state);
  }
}

function choosing({ printers, listing, problem }: Page) {
  return { printers, listing, problem };
}
