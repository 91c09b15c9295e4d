import type { WorkstationView } from "../../electron/contract/views";
import { Confirmation } from "./confirmation";

interface RuntimeConfirmationProps {
  readonly workstation: WorkstationView;
  readonly practice: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A production ceremony on a runtime that the standing notice speaks of is accepted in so many words. */
export function RuntimeConfirmation(props: RuntimeConfirmationProps) {
  const { workstation, practice, checked, onChange } = props;
  if (practice || (!workstation.oldRuntime && workstation.sandboxed)) return null;
  return (
    <Confirmation checked={checked} onChange={onChange}>
      I accept to hold a production ceremony on this runtime, as the notice on this screen describes it.
    </Confirmation>
  );
}
