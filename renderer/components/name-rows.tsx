import { type ClipboardEvent, useRef } from "react";
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
  /** The row (from 0) that a problem is about. */
  readonly wrong: number | null;
}

/** People by name, one a row: rows are added, removed, and filled from a pasted list. */
export function NameRows({ who, rows, member, onChange, least, most, wrong }: NameRowsProps) {
  const group = useRef<HTMLDivElement>(null);
  const paste = (at: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const names = pastedNames(event.clipboardData.getData("text/plain"));
    if (names === null) return;
    event.preventDefault();
    onChange(filledRows(rows, at, names, most));
  };
  const add = () => {
    onChange([...rows, ""]);
    // The new row is there once React has drawn it.
    requestAnimationFrame(() =>
      group.current?.querySelector<HTMLElement>(".name-row:last-child input")?.focus(),
    );
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
              wrong={wrong === at}
              member={`${member}.${at}`}
              onPaste={paste(at)}
              onChange={(value) => onChange(rows.map((row, other) => (other === at ? value : row)))}
            />
            {rows.length > least && (
              <Button
                kind="quiet"
                label={`Remove ${who.toLowerCase()} ${at + 1}`}
                onPress={() => onChange(rows.filter((_, other) => other !== at))}
              >
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
