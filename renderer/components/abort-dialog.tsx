import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { CheckView } from "../../electron/contract/check-views";
import { stepRow } from "../../electron/contract/steps";
import { act } from "../bridge";
import { inWords } from "./in-words";
import { KeepOrGo } from "./keep-or-go";
import { Question } from "./question";

/** Asks once before everything is wiped. To keep going is what Enter and Escape do. */
export function AbortDialog({ view }: { readonly view: CeremonyView | CheckView }) {
  return (
    <Question heading="Abort this ceremony?">
      <p>
        {view.at === "ceremony"
          ? "Every key that was made is wiped, and the files of this ceremony are removed. It cannot be continued later."
          : "Nothing was made, and the keystore stays as it is. The round cannot be continued later, and its sheets count as not checked."}
      </p>
      {view.at === "ceremony" && <p>{paper(view)}</p>}
      <p>{record(view)}</p>
      <KeepOrGo label="Abort and wipe" onGo={() => void act("abort", null)} />
    </Question>
  );
}

function paper(view: CeremonyView): string {
  const sheets = "shares" in view ? view.shares.filter(({ copies }) => copies > 0).length : 0;
  if (sheets === 0) return "No share sheet has been printed or copied yet.";
  const whose = `${inWords(sheets, true)} ${sheets === 1 ? "custodian has" : "custodians have"}`;
  return `${whose} a sheet on paper. The next screen says which sheets to destroy before the witnesses.`;
}

function record(view: CeremonyView | CheckView): string {
  if (view.step === "halted") return "Its record stays as far as it was written.";
  return stepRow(view)?.record === "none"
    ? "Its record has not begun."
    : "Its record says so, is sealed, and stays.";
}
