import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { act } from "../bridge";
import { asTheApp, moveFocus } from "../keyboard/move-focus";
import { useMirror } from "../store";
import { comesToThePerson } from "./comes-to-the-person";
import { Problem, ProblemId } from "./problem";

interface QuestionProps {
  readonly heading: string;
  readonly children: ReactNode;
  /** What Escape does, where it is not main that asks. */
  readonly onLeave?: () => void;
}

/**
 * Something that is asked before the screen, and waits for an answer: Escape keeps going. The focus goes to what is marked
 * `data-first`, and afterwards back to where it was, or to the screen's heading where that is gone.
 */
export function Question({ heading, children, onLeave = keepGoing }: QuestionProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const refusal = useMirror(({ refusal }) => refusal);

  useEffect(() => {
    const before = document.activeElement;
    asTheApp(() => dialog.current?.showModal());
    moveFocus(dialog.current?.querySelector<HTMLElement>("[data-first]"));
    return () => {
      const isStill = before instanceof HTMLElement && before.isConnected && before !== document.body;
      moveFocus(isStill ? before : document.querySelector("h1"));
    };
  }, []);

  useEffect(() => {
    if (refusal !== null) comesToThePerson(refusal.code, dialog.current, alert.current);
  }, [refusal]);

  const onEscape = (event: SyntheticEvent) => {
    event.preventDefault();
    onLeave();
  };

  // A second Escape closes a dialog whatever its page says; main asks until it was answered.
  const askOn = () => asTheApp(() => dialog.current?.showModal());

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onEscape} onClose={askOn}>
      <ProblemId value={`${id}-problem`}>
        <h2 id={id}>{heading}</h2>
        <Problem failure={refusal} place={alert} />
        {children}
      </ProblemId>
    </dialog>
  );
}

function keepGoing(): void {
  void act("keepGoing", null);
}
