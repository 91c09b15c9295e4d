import { type OpeningView, unexcepted } from "../../../electron/contract/proceedings";
import { counted } from "../../../electron/contract/wording";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { PreflightTable } from "../../components/preflight-table";
import { beforeWitnesses } from "../../components/roles";
import { Screen } from "../../components/screen";
import type { AnyPlan } from "./plan";

interface PreflightProps {
  readonly view: Extract<OpeningView, { step: "preflight" }>;
  readonly plan: AnyPlan;
}

/** What the workstation looks like. What is red stops a production ceremony until an exception is recorded for it. */
export function PreflightScreen({ view, plan }: PreflightProps) {
  const { findings, sharedRoles, excepted, looking } = view;
  const open = unexcepted(findings, sharedRoles, excepted).length;
  return (
    <Screen
      heading="Look at the workstation"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={{
        label: plan.practice && open > 0 ? "Go on: this is a rehearsal" : "Go on",
        onGo: () => void act("passPreflight", null),
        disabled: looking,
      }}
      others={
        <Button onPress={() => void act("lookAgain", null)} disabled={looking}>
          Look again
        </Button>
      }
      below={<PreflightTable findings={findings} exceptions={{ sharedRoles, excepted }} />}
    >
      <p className="lead" role="status">
        {looking ? "The workstation is being looked at …" : whatStands(open, plan.practice)}
      </p>
      <p>What is not known stays not known: find it out, or let everybody hear that nobody knows.</p>
    </Screen>
  );
}

function whatStands(open: number, practice: boolean): string {
  if (open === 0) return "Read it aloud. Nothing red stands without an exception.";
  const stand = `${counted(open, "red item")} ${open === 1 ? "stands" : "stand"} without an exception.`;
  return practice
    ? `Read it aloud. ${stand} A production ceremony would stop here.`
    : `Read it aloud. ${stand} Cure each and look again, or record an exception for it.`;
}
