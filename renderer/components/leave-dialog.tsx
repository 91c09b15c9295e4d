import { act } from "../bridge";
import { KeepOrGo } from "./keep-or-go";
import { Question } from "./question";

/** Asks once before people leave a record that nobody has signed. To keep going is what Enter and Escape do. */
export function LeaveDialog() {
  return (
    <Question heading="Leave before the sign-off?">
      <p>
        The keystore is written, and stays. The record is sealed as it is now: it will say that people left
        before they signed it, and nobody can sign it here later.
      </p>
      <KeepOrGo label="Leave it unsigned" onGo={() => void act("leaveUnsigned", null)} />
    </Question>
  );
}
