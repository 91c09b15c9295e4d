import { useState } from "react";
import { Button } from "./buttons";
import { Question } from "./question";

interface NoBagProps {
  /** What is said: that there is no bag, or no new one. */
  readonly label: string;
  readonly onGo: () => void;
}

/** A sheet that goes into no bag. It stands beside what is done else, and is recorded for good: so it is asked once. */
export function NoBag({ label, onGo }: NoBagProps) {
  const [asked, setAsked] = useState(false);
  const leave = () => setAsked(false);
  return (
    <>
      <Button onPress={() => setAsked(true)}>{label}</Button>
      {asked && (
        <Question heading="Go on without a bag?" onLeave={leave}>
          <p>
            Nobody can tell later whether a sheet without a sealed, numbered bag was read by somebody else.
            The record says that there was no bag.
          </p>
          <div className="actions">
            <button type="button" className="button button-primary" data-first="" onClick={leave}>
              Back to the bag’s number
            </button>
            <Button onPress={onGo}>Go on without a bag</Button>
          </div>
        </Question>
      )}
    </>
  );
}
