import { Choice } from "./choice";

interface RehearsalQuestionProps {
  /** Null where nobody has said. */
  readonly value: boolean | null;
  readonly onChange: (held: boolean) => void;
}

/** Before a production ceremony people say whether they have rehearsed it. The record keeps it. */
export function RehearsalQuestion({ value, onChange }: RehearsalQuestionProps) {
  return (
    <Choice
      legend="Was a rehearsal of this ceremony held?"
      inRow
      value={value === null ? null : value ? "yes" : "no"}
      onChange={(answer) => onChange(answer === "yes")}
      options={[
        { value: "yes", label: "Yes, one was held" },
        { value: "no", label: "No" },
      ]}
    />
  );
}
