import type { ClosingView, HaltedView, OpeningView } from "../../../electron/contract/proceedings";
import { beforeWitnesses } from "../../components/roles";
import { AppHashScreen } from "./app-hash";
import { ClockScreen } from "./clock";
import { HaltedScreen } from "./halted";
import { OpenedScreen } from "./opened";
import { PageScreen } from "./page";
import { PagePrintingScreen } from "./page-printing";
import type { AnyPlan } from "./plan";
import { PreflightScreen } from "./preflight";
import { ScriptScreen } from "./script";
import { SealedScreen } from "./sealed";
import { SignOffScreen } from "./sign-off";
import { SigningScreen } from "./signing";

interface ProceedingsProps {
  readonly view: OpeningView | ClosingView | HaltedView;
  readonly plan: AnyPlan;
}

/** The screens that frame every ceremony: its script and its record's beginning, the sign-off and the record's end. */
export function ProceedingsScreen({ view, plan }: ProceedingsProps) {
  switch (view.step) {
    case "script":
      return <ScriptScreen view={view} plan={plan} />;
    case "script-page":
    case "record-page":
      return <PageScreen view={view} roles={beforeWitnesses(plan)} />;
    case "script-printing":
    case "record-printing":
      return <PagePrintingScreen view={view} roles={beforeWitnesses(plan)} />;
    case "opened":
      return <OpenedScreen view={view} plan={plan} />;
    case "clock":
      return <ClockScreen view={view} plan={plan} />;
    case "app-hash":
      return <AppHashScreen view={view} plan={plan} />;
    case "preflight":
      return <PreflightScreen view={view} plan={plan} />;
    case "sign-off":
      return <SignOffScreen view={view} plan={plan} />;
    case "signing":
      return <SigningScreen view={view} />;
    case "sealed":
      return <SealedScreen view={view} plan={plan} />;
    case "halted":
      return <HaltedScreen view={view} plan={plan} />;
  }
}
