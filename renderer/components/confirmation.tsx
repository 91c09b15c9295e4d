import { type ReactNode, useId } from "react";

interface ConfirmationProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Something that a person accepts in so many words before they go on. */
export function Confirmation({ checked, onChange, children }: ConfirmationProps) {
  const id = useId();
  return (
    <div className="confirmation">
      <input id={id} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{children}</label>
    </div>
  );
}
