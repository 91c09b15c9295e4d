import type { Failure } from "../../electron/contract/errors";
import { Confirmation } from "./confirmation";

interface SharedRolesConfirmationProps {
  readonly problem: Failure | null;
  /** It was accepted on an earlier visit. */
  readonly before?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A small team accepts that one person has two parts. Nothing where nobody has. */
export function SharedRolesConfirmation(props: SharedRolesConfirmationProps) {
  const { problem, before = false, checked, onChange } = props;
  if (problem?.code !== "plan.confirm-roles" && !before && !checked) return null;
  return (
    <Confirmation checked={checked} onChange={onChange}>
      This team is small: one person has two parts. An exception will be recorded.
    </Confirmation>
  );
}
