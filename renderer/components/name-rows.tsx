import { type ClipboardEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { moveFocus } from "../keyboard/move-focus";
import { judge } from "../keyboard/strayed-text";
import { Button } from "./buttons";
import { Field } from "./field";
import { filledRows, pastedNames } from "./pasted-names";

interface NameRowsProps {
  /** What one of them is called: "Witness", "Custodian". */
  readonly who: string;
  readonly rows: readonly string[];
  /** The member of the command that the rows fill. */
  readonly member: string;
  readonly onChange: (rows: readonly string[]) => void;
  readonly least: number;
  readonly most: number;
  /** Whether a problem is about a row (from 0). */
  readonly wrong: (at: number) => boolean;
}

/** People by name, one a row: rows are added, removed, and filled from a pasted list. */
export function NameRows({ who, rows, member, onChange, least, most, wrong }: NameRowsProps) {
  const group = useRef<HTMLDivElement>(null);
  const paste = (at: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    const names = pastedNames(text);
    // The row itself takes a secret away.
    const isSecret = ["code", "words"].includes(judge(text).is);
    if (names === null || isSecret) return;
    event.preventDefault();
    onChange(filledRows(rows, at, names, most));
  };
  const add = () => {
    flushSync(() => onChange([...rows, ""]));
    moveFocus(group.current?.querySelector<HTMLElement>(".name-row:last-child input"));
  };
  const remove = (at: number) => {
    flushSync(() => onChange(rows.filter((_, other) => other !== at)));
    moveFocus(group.current?.querySelectorAll<HTMLElement>(".name-row input")[Math.max(0, at - 1)]);
  };
  return (
    <>
      <div className="name-rows" ref={group}>
        {rows.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; names may be equal while they are typed
          <div className="name-row" key={at}>
            <Field
              label={`${who} ${at + 1}`}
              value={name}
              member={`${member}.${at}`}
              wrong={wrong(at)}
              onPaste={paste(at)}
              onChange={(value) => onChange(rows.map((row, other) => (other === at ? value : row)))}
            />
            {rows.length > least && (
              <Button kind="quiet" label={`Remove ${who.toLowerCase()} ${at + 1}`} onPress={() => remove(at)}>
                Remove
              </Button>
            )}
          </div>
        ))}
      </div>
      {rows.length < most && (
        <Button kind="quiet" onPress={add}>
          {`Add a ${who.toLowerCase()}`}
        </Button>
      )}
    </>
  );
}
