import { type ClipboardEvent, useId } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** Takes the focus when the screen appears. */
  readonly first?: boolean;
  readonly wrong?: boolean;
  readonly mono?: boolean;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
}

/** One line of text with its label. Nothing is completed, corrected or kept by the browser. */
export function Field({ label, value, onChange, hint, first, wrong = false, mono, onPaste }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="text"
        dir="auto"
        className={mono ? "input input-mono" : "input"}
        value={value}
        data-first={first ? "" : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-invalid={wrong}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onPaste={onPaste}
      />
    </div>
  );
}
