import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { ErrorCode, Failure } from "../../electron/contract/errors";
import { moveFocus } from "../keyboard/move-focus";
import { useMirror } from "../store";
import { PrimaryButton } from "./buttons";
import { comesToThePerson } from "./comes-to-the-person";
import { type EnterKey, onEnterKey } from "./enter-key";
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
  /** What Enter in a field does; it never states a fact and makes nothing, unless this says so. */
  readonly enter?: EnterKey;
  /** Stands apart, below the actions: a form of its own. */
  readonly below?: ReactNode;
}

/**
 * One step on the screen: a heading, who acts, the content, one primary action. When it appears the focus goes
 * to the first field (marked `data-first`) or to the heading. Enter on the heading does nothing: a scanner may send it.
 */
export function Screen({
  heading,
  roles,
  children,
  problem = null,
  primary,
  others,
  enter = "goes-to-button",
  below,
}: ScreenProps) {
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const waiting = useMirror(({ waiting }) => waiting > 0);
  // A refusal of what a question before the screen has asked is said there.
  const refusal = useMirror(({ refusal, view }) => (view?.asking === null ? refusal : null));
  // Neither what strayed nor a path that is none has reached the view, whose problem is an older one.
  const told = refusal !== null && neverReached(refusal.code) ? refusal : (problem ?? refusal);
  const idle = waiting || (primary?.disabled ?? false);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[data-first]");
    moveFocus(first ?? title.current);
    window.scrollTo(0, 0);
    document.title = `${title.current?.textContent ?? ""} — Key Ceremony`;
  }, []);

  // What was told before a question is not told again behind it: the focus goes back to where it was.
  const asking = useMirror(({ view }) => view?.asking !== null);
  const wasAsked = useRef(false);
  useEffect(() => {
    const comesBack = wasAsked.current;
    wasAsked.current = asking;
    if (told !== null && !asking && !comesBack) comesToThePerson(told.code, form.current, alert.current);
  }, [told, asking]);

  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!idle) primary?.onGo();
  };

  return (
    <main className="screen">
      <form
        ref={form}
        onSubmit={go}
        onKeyDown={(event) => onEnterKey(event, enter)}
        noValidate
        autoComplete="off"
      >
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {roles !== undefined && <Roles {...roles} />}
        <Problem failure={told} place={alert} />
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
  return code === "text.secret" || code.startsWith("file.") || code.startsWith("keyboard.");
}
