import { type SyntheticEvent, useEffect, useRef } from "react";
import type { CeremonyView } from "../../electron/contract/ceremony-views";
import { act } from "../bridge";
import { Button } from "./buttons";
import { inWords } from "./in-words";

/** Asks once before everything is wiped. To keep going is what Enter and Escape do. */
export function AbortDialog({ view }: { readonly view: CeremonyView }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    keep.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const onEscape = (event: SyntheticEvent) => {
    event.preventDefault();
    void act("keepGoing", null);
  };

  // A second Escape closes a dialog whatever its page says; main asks until it was answered.
  const askOn = () => dialog.current?.showModal();

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="abort-question"
      onCancel={onEscape}
      onClose={askOn}
    >
      <h2 id="abort-question">Abort this ceremony?</h2>
      <p>
        Every key that was made is wiped, and the files of this ceremony are removed. It cannot be continued
        later.
      </p>
      <p>{paper(view)}</p>
      <div className="actions">
        <button
          ref={keep}
          type="button"
          className="button button-primary"
          onClick={() => void act("keepGoing", null)}
        >
          Keep going
        </button>
        <Button kind="danger" interrupts onPress={() => void act("abort", null)}>
          Abort and wipe
        </Button>
      </div>
    </dialog>
  );
}

function paper(view: CeremonyView): string {
  const sheets = "shares" in view ? view.shares.filter(({ copies }) => copies > 0).length : 0;
  if (sheets === 0) return "No share sheet has been printed or copied yet.";
  const whose = `${inWords(sheets, true)} ${sheets === 1 ? "custodian has" : "custodians have"}`;
  return `${whose} a sheet on paper. The next screen says which sheets to destroy before the witnesses.`;
}
