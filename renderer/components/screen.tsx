import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { ErrorCode, Failure } from "../../electron/contract/errors";
import { useMirror } from "../store";
import { PrimaryButton } from "./buttons";
import { Problem } from "./problem";
import { Roles, type RolesOfAStep } from "./roles";

interface ScreenProps {
  /** What happens now. */
  readonly heading: ReactNode;
  readonly roles?: RolesOfAStep;
  readonly children?: ReactNode;
  readonly problem?: Failure | null;
  /** The one primary action. */
  readonly primary?: { readonly label: ReactNode; readonly onGo: () => void; readonly disabled?: boolean };
  /** Buttons beside it. */
  readonly others?: ReactNode;
  /** What Enter in a field does before it submits; it may keep it from doing so. */
  readonly onEnter?: (event: KeyboardEvent<HTMLFormElement>) => void;
  /** Stands apart, below the actions: a form of its own. */
  readonly below?: ReactNode;
}

/**
 * One step on the screen: a heading, who acts, the content, one primary action. When it appears the focus goes
 * to the first field (marked `data-first`) or to the heading, and Enter on the heading is the primary action.
 */
export function Screen({
  heading,
  roles,
  children,
  problem = null,
  primary,
  others,
  onEnter,
  below,
}: ScreenProps) {
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const waiting = useMirror(({ waiting }) => waiting > 0);
  // A refusal of what a question before the screen has asked is said there.
  const refusal = useMirror(({ refusal, view }) => (view?.asking === null ? refusal : null));
  // Neither what strayed nor a path that is none has reached the view, whose problem is an older one.
  const told = refusal !== null && neverReached(refusal.code) ? refusal : (problem ?? refusal);
  const idle = waiting || (primary?.disabled ?? false);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[data-first]");
    (first ?? title.current)?.focus();
    window.scrollTo(0, 0);
    document.title = `${title.current?.textContent ?? ""} — Key Ceremony`;
  }, []);

  useEffect(() => {
    if (told !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [told]);

  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!idle) primary?.onGo();
  };
  // A held Enter would run through several screens.
  const holdsEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter") return;
    if (event.repeat) event.preventDefault();
    else onEnter?.(event);
  };
  const onHeading = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.repeat) form.current?.requestSubmit();
  };

  return (
    <main className="screen">
      <form ref={form} onSubmit={go} onKeyDown={holdsEnter} noValidate autoComplete="off">
        <h1 ref={title} tabIndex={-1} onKeyDown={onHeading}>
          {heading}
        </h1>
        {roles !== undefined && <Roles {...roles} />}
        <Problem failure={told} />
        <div className="content">{children}</div>
        {(primary !== undefined || others !== undefined) && (
          <div className="actions">
            {primary !== undefined && <PrimaryButton disabled={idle}>{primary.label}</PrimaryButton>}
            {others}
          </div>
        )}
      </form>
      {below}
    </main>
  );
}

function neverReached(code: ErrorCode): boolean {
  return code === "text.secret" || code.startsWith("file.");
}
