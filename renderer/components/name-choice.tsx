import { useId } from "react";

interface NameChoiceProps {
  readonly label: string;
  readonly names: readonly string[];
  /** Empty where nobody was chosen. */
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly wrong?: boolean;
}

/** One of the people, of whom there may be hundreds. */
export function NameChoice({ label, names, value, onChange, wrong = false }: NameChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        dir="auto"
        value={value}
        aria-invalid={wrong}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">Choose a name</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
