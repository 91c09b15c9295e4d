import { act } from "../bridge";
import { Button } from "./buttons";

interface KeepOrGoProps {
  /** What cannot be undone, as a button. */
  readonly label: string;
  readonly onGo: () => void;
}

/** The two answers to a question before something that cannot be undone. To keep going has the focus. */
export function KeepOrGo({ label, onGo }: KeepOrGoProps) {
  return (
    <div className="actions">
      <button
        type="button"
        className="button button-primary"
        data-first=""
        onClick={() => void act("keepGoing", null)}
      >
        Keep going
      </button>
      <Button kind="danger" interrupts onPress={onGo}>
        {label}
      </Button>
    </div>
  );
}
