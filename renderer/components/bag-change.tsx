import { useState } from "react";
import type { Failure } from "../../electron/contract/errors";
import type { BagChange } from "../../electron/contract/proceedings";
import { Field } from "./field";
import { NewBagFields, noNumber } from "./new-bag";

/** The bags as they are typed so far: the one that was opened may have had no number. */
export interface TypedBags {
  readonly opened: string;
  readonly sealed: typeof noNumber;
}

interface BagChangeFieldsProps {
  readonly bags: TypedBags;
  readonly onChange: (bags: TypedBags) => void;
  readonly problem: Failure | null;
}

/** From which bag a sheet came, and into which it goes. */
export function BagChangeFields({ bags, onChange, problem }: BagChangeFieldsProps) {
  return (
    <div className="bag-numbers">
      <Field
        label="Opened bag’s number"
        member="opened"
        hint="Leave it empty where there was none."
        mono
        first
        value={bags.opened}
        onChange={(opened) => onChange({ ...bags, opened })}
      />
      <NewBagFields
        label="New bag’s number"
        member="sealed"
        bag={bags.sealed}
        onChange={(sealed) => onChange({ ...bags, sealed })}
        problem={problem}
      />
    </div>
  );
}

/** What is typed of two bags, and what is said of it: with the new bag, or without one. */
export function useBagChange() {
  const [bags, setBags] = useState<TypedBags>({ opened: "", sealed: noNumber });
  const opened = bags.opened.trim() === "" ? null : bags.opened;
  const changed: BagChange = { opened, sealed: bags.sealed };
  const withoutNew: BagChange = { opened, sealed: null };
  return { bags, setBags, changed, withoutNew };
}
