import { type ReactNode, useId } from "react";

interface Option<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly description?: ReactNode;
}

interface ChoiceProps<V extends string> {
  readonly legend: string;
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly first?: boolean;
  /** The options stand beside each other: for two short ones. */
  readonly inRow?: boolean;
}

/** One of a few: radio buttons with room for a sentence each. */
export function Choice<V extends string>({
  legend,
  options,
  value,
  onChange,
  first,
  inRow = false,
}: ChoiceProps<V>) {
  const id = useId();
  return (
    <fieldset className={inRow ? "choice choice-row" : "choice"}>
      <legend>{legend}</legend>
      {options.map((option, at) => (
        <div key={option.value} className="option" data-chosen={option.value === value}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            checked={option.value === value}
            data-first={first && (option.value === value || (value === null && at === 0)) ? "" : undefined}
            aria-describedby={option.description === undefined ? undefined : `${id}-${option.value}-more`}
            onChange={() => onChange(option.value)}
          />
          <div>
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            {option.description !== undefined && (
              <p className="hint" id={`${id}-${option.value}-more`}>
                {option.description}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
