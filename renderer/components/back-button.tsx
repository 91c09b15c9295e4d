import { act } from "../bridge";
import { Button } from "./buttons";

/** One step back in the plan. */
export function BackButton() {
  return <Button onPress={() => void act("back", null)}>Back</Button>;
}
