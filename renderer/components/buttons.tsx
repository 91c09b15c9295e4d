import type { MouseEvent, ReactNode } from "react";
import { useMirror } from "../store";

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Why it cannot be pressed is said by the screen. */
  readonly disabled?: boolean;
  readonly kind?: "secondary" | "quiet" | "danger";
  readonly label?: string;
  /** It ends what an answer is awaited for, so it works meanwhile. */
  readonly interrupts?: boolean;
}

/** A button beside the screen's one primary action. While an answer is awaited it does nothing, unless it interrupts. */
export function Button({
  children,
  onPress,
  disabled = false,
  kind = "secondary",
  label,
  interrupts = false,
}: ButtonProps) {
  const waiting = useMirror(({ waiting }) => waiting > 0);
  const idle = disabled || (waiting && !interrupts);
  return (
    <button
      type="button"
      className={`button button-${kind}`}
      aria-disabled={idle}
      aria-label={label}
      onClick={() => {
        if (!idle) onPress();
      }}
    >
      {children}
    </button>
  );
}

/** The screen's one primary action: it submits the screen's form, by a click or by Enter in any of its fields. */
export function PrimaryButton({
  children,
  disabled,
}: {
  readonly children: ReactNode;
  readonly disabled: boolean;
}) {
  return (
    <button type="submit" className="button button-primary" aria-disabled={disabled} onClick={once}>
      {children}
    </button>
  );
}

// The second half of a double click would fall on the next screen's button.
function once(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
