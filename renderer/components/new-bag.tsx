import type { Failure } from "../../electron/contract/errors";
import type { NewBag } from "../../electron/contract/proceedings";
import { Field } from "./field";

interface NewBagFieldsProps {
  /** What the number is called. */
  readonly label: string;
  readonly bag: NewBag;
  readonly onChange: (bag: NewBag) => void;
  readonly problem: Failure | null;
  readonly first?: boolean;
  /** The member of the command that the number fills. */
  readonly member: string;
}

export const noNumber: NewBag = { number: "", again: "" };

/** The number of the bag that a sheet is sealed into, typed by two people. */
export function NewBagFields({ label, bag, onChange, problem, first, member }: NewBagFieldsProps) {
  const code = problem?.code;
  return (
    <>
      <Field
        label={label}
        member={`${member}.number`}
        hint="As it stands on the bag."
        mono
        first={first}
        value={bag.number}
        onChange={(number) => onChange({ ...bag, number })}
        wrong={code === "bag.number" || code === "bag.used"}
      />
      <Field
        label="The same, typed by a second person"
        member={`${member}.again`}
        mono
        value={bag.again}
        onChange={(again) => onChange({ ...bag, again })}
        wrong={code === "bag.differs"}
      />
    </>
  );
}
