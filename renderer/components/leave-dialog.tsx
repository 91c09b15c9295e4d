import { act } from "../bridge";
import { Button } from "./buttons";
import { Question } from "./question";

/** Asks once before people leave a record that nobody has signed. To keep going is what Enter and Escape do. */
export function LeaveDialog() {
  return (
    <Question heading="Leave before the sign-off?">
      <p>
        The keystore is written, and stays. The record is sealed as it is now: it will say that people left
        before they signed it, and nobody can sign it here later.
      </p>
      <div className="actions">
        <button
          type="button"
          className="button button-primary"
          data-first=""
          onClick={() => void act("keepGoing", null)}
        >
          Keep going
        </button>
        <Button kind="danger" interrupts onPress={() => void act("leaveUnsigned", null)}>
          Leave it unsigned
        </Button>
      </div>
    </Question>
  );
}
