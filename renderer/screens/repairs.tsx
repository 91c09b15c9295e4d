import { useState } from "react";
import type { OfferedRepair, RepairedWord, ShareEntryView } from "../../electron/contract/entry-views";
import { listed } from "../../electron/contract/wording";
import { act, ask } from "../bridge";
import { Button } from "../components/buttons";
import { useRevealed } from "../components/revealed";
import { Screen } from "../components/screen";
import type { EntryFrame } from "../components/share-entry";

interface RepairsProps {
  readonly entry: Extract<ShareEntryView, { step: "repairs" }>;
  readonly frame: EntryFrame;
}

/** What the search found, one at a time: the custodian compares it with the sheet, and only their yes takes it. */
export function RepairsScreen({ entry, frame }: RepairsProps) {
  const { offered } = entry;
  const [offer, setOffer] = useState(0);
  const { secret: words, reveal, hide } = useRevealed<readonly RepairedWord[]>();
  const repair = offered[offer];
  const go = (to: number) => {
    hide();
    setOffer(to);
  };
  if (repair === undefined) return null;
  const isProbable = repair.proof === "probable";
  return (
    <Screen
      heading={
        offered.length === 1 ? "Is this what the sheet says?" : `Is it one of these ${offered.length}?`
      }
      roles={frame.roles}
      primary={
        isProbable
          ? undefined
          : {
              label: "Yes, take it so",
              onGo: () => void act("takeRepair", { offer }),
              disabled: words === null,
            }
      }
      others={
        <>
          {offered.length > 1 && (
            <Button onPress={() => go((offer + 1) % offered.length)}>Show the next one</Button>
          )}
          <Button onPress={() => void act("refuseRepairs", null)}>No, look at the words again</Button>
          {frame.others}
        </>
      }
    >
      <div className="share-title">
        <p>{frame.title}</p>
        {offered.length > 1 && (
          <span role="status">
            {offer + 1} of {offered.length}
          </span>
        )}
      </div>
      <p className="lead">{whatItIs(repair)}</p>
      <p>{whatProvesIt(repair)}</p>
      <div className="copy-card">
        <button
          type="button"
          className="button button-secondary"
          data-first=""
          aria-expanded={words !== null}
          onClick={() => (words === null ? void reveal(ask("revealRepair", { offer })) : hide())}
        >
          {words === null ? "Show the words in question" : "Hide the words"}
        </button>
        <ol className="copy-words" aria-label="The words in question">
          {repair.positions.map((position) => (
            <li key={position}>
              <span className="cell-number">{position}</span>
              <span className="copy-word">{words?.find((word) => word.position === position)?.word}</span>
            </li>
          ))}
        </ol>
      </div>
    </Screen>
  );
}

function whatItIs({ kind, positions }: OfferedRepair): string {
  const places = positions.length === 1 ? `Word ${listed(positions)}` : `Words ${listed(positions)}`;
  switch (kind) {
    case "missing-words":
      return `${places} can only have been what the search found. Compare with what is left of it on the sheet.`;
    case "wrong-words":
      return `${places} ${positions.length === 1 ? "was" : "were"} entered differently from what fits. Look at the sheet: which is printed there?`;
    case "swapped-words":
      return `${places} seem to have changed places. Look at the sheet: in which order are they printed?`;
    case "missing-place":
      return `${places} seems to have been left out. Look at the sheet: is it printed there?`;
  }
}

function whatProvesIt({ proof }: OfferedRepair): string {
  switch (proof) {
    case "commitment":
      return "The keystore proves it: with these words the share is one that it knows.";
    case "checksum":
      return "The sheet’s own check words speak for it. The keystore does not know the share.";
    case "probable":
      return "This is only probable, for chance gives such words too. It cannot be taken. Try to read one more word of the sheet.";
  }
}
