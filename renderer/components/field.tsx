import { type ClipboardEvent, useId } from "react";
import { useMirror } from "../store";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** Takes the focus when the screen appears. */
  readonly first?: boolean;
  readonly wrong?: boolean;
  /** The member of the command that it fills, as in `custodians.2`: what is refused there as a secret is marked here. */
  readonly member?: string;
  readonly mono?: boolean;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
}

/** One line of text with its label. Nothing is completed, corrected or kept by the browser. */
export function Field({
  label,
  value,
  onChange,
  hint,
  first,
  wrong = false,
  member,
  mono,
  onPaste,
}: FieldProps) {
  const id = useId();
  const strayed = useMirror(
    ({ refusal }) => refusal?.code === "text.secret" && member !== undefined && refusal.member === member,
  );
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
        aria-invalid={wrong || strayed}
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
