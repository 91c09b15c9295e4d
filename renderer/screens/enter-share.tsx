import type { ShareEntryView } from "../../electron/contract/entry-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import type { EntryFrame } from "../components/share-entry";
import { SheetEntry } from "../components/sheet-entry";

interface EnterShareProps {
  readonly entry: Extract<ShareEntryView, { step: "enter-share" }>;
  readonly frame: EntryFrame;
}

/** A custodian scans the sheet's code or types its words; `?` stands for one that cannot be read. */
export function EnterShareScreen({ entry, frame }: EnterShareProps) {
  const { cells, problem } = entry;
  const filled = cells.map((cell) => cell !== "empty");
  const isOneShort = filled.filter(Boolean).length === 30 && cells[30] === "empty";
  return (
    <SheetEntry
      heading="Enter the share"
      roles={frame.roles}
      title={frame.title}
      problem={problem}
      filled={filled}
      unreadable={cells.flatMap((cell, at) => (cell === "unreadable" ? [at + 1] : []))}
      scannable
      changed={problem !== null}
      subject={entry}
      others={
        <>
          {isOneShort && (
            <Button onPress={() => void act("endWords", null)}>The sheet has only 30 words</Button>
          )}
          {frame.others}
        </>
      }
    />
  );
}
