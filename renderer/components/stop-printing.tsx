import { act } from "../bridge";
import { Button } from "./buttons";

/** The way out of waiting for a printer. What was sent to it is cancelled. */
export function StopPrinting() {
  return (
    <Button interrupts onPress={() => void act("stopPrinting", null)}>
      Stop, and cancel the print job
    </Button>
  );
}
