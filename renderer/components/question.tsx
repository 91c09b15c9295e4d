import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { act } from "../bridge";
import { useMirror } from "../store";
import { Problem } from "./problem";

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
  const refusal = useMirror(({ refusal }) => refusal);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else document.querySelector("h1")?.focus();
    };
  }, []);

  useEffect(() => {
    if (refusal !== null) dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);

  const onEscape = (event: SyntheticEvent) => {
    event.preventDefault();
    onLeave();
  };

  // A second Escape closes a dialog whatever its page says; main asks until it was answered.
  const askOn = () => dialog.current?.showModal();

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onEscape} onClose={askOn}>
      <h2 id={id}>{heading}</h2>
      <Problem failure={refusal} />
      {children}
    </dialog>
  );
}

function keepGoing(): void {
  void act("keepGoing", null);
}
