import type { ShareEntryView } from "../../electron/contract/entry-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Screen } from "../components/screen";
import type { EntryFrame } from "../components/share-entry";

interface SearchingProps {
  readonly entry: Extract<ShareEntryView, { step: "searching" }>;
  readonly frame: EntryFrame;
}

/** The words do not fit as they stand: what they may have been is searched for, and can be given up. */
export function SearchingScreen({ entry, frame }: SearchingProps) {
  const percent = Math.floor(entry.done * 100);
  return (
    <Screen
      heading="Searching for what the sheet says"
      roles={frame.roles}
      others={
        <Button interrupts onPress={() => void act("cancelSearch", null)}>
          Stop the search
        </Button>
      }
    >
      <div className="share-title">
        <p>{frame.title}</p>
      </div>
      <p className="lead">
        The words do not make a share as they stand. Every word that could be missing or mistyped is tried.
        One damaged word takes a moment, two can take minutes.
      </p>
      <p>
        <progress className="search-bar" max={100} value={percent} aria-label="Progress of the search" />{" "}
        <span aria-hidden="true">{percent} %</span>
      </p>
      <p className="hint">
        What was entered stays. After a stop you can look at the sheet again and correct it.
      </p>
    </Screen>
  );
}
