import { inFours } from "../../electron/contract/fours";
import type { RecordedLine, Remarkable } from "../../electron/contract/record-facts";
import { isRemarkable } from "../../electron/contract/remarkable";
import type { RecordSheet } from "../../electron/contract/sheets";
import { counted, listed } from "../../electron/contract/wording";
import { Heading, Opening, PageFrame, Row } from "./page-frame";

/** What a reader who was not there looks at first. */
const remarkable: Readonly<Record<keyof Remarkable, string>> = {
  exceptions: "Exceptions",
  disagreements: "Disagreements",
  refusals: "Refused entries",
  aborts: "Aborted or left",
  spoiled: "Spoiled sheets",
  clockJumps: "Clock set back",
};
const kinds = Object.keys(remarkable) as readonly (keyof Remarkable)[];

/** A ceremony's record on paper: both hashes large, every line in words, and a line for each person's signature. */
export function RecordPages({ sheet }: { readonly sheet: RecordSheet }) {
  const { firstHash, head, lines, people } = sheet;
  return (
    <PageFrame
      sheet={sheet}
      tie={
        head === null
          ? { what: "First line’s hash", is: firstHash }
          : { what: "Head of the record", is: head }
      }
    >
      <Opening sheet={sheet}>
        {lines.some(({ event }) => isRemarkable(event, "aborts")) && (
          <p className="ending">
            This ceremony was aborted, or left before everybody had signed. The last lines say how far it
            went, and why.
          </p>
        )}
        {head === null && (
          <p className="ending">
            This record was not sealed: it ends where it could no longer be written, and is no proof of what
            came after.
          </p>
        )}
        <Hash what="First line’s hash, written down at the start" is={firstHash} />
        {head !== null && <Hash what="Head of the record, written down at the end" is={head} />}
        <p className="advice-line">
          Each witness compares this with what they wrote down by hand. The file itself is checked with Key
          Ceremony, on its screen or with verify-record; this print is for people to read and sign.
        </p>
      </Opening>
      <Heading>What to look at first</Heading>
      <LookFirst lines={lines} />
      <Heading>What happened, in {counted(lines.length, "line")}; times are UTC</Heading>
      {lines.map((line) => (
        <Line key={line.seq} line={line} />
      ))}
      <Heading>Signatures</Heading>
      <p className="advice-line" data-keeps="">
        I have compared the hashes of this record with those that were written down. It tells the ceremony as
        I saw it, or says that I disagree.
      </p>
      {people.map(({ name, role }) => (
        <div className="signature named" key={`${role} ${name}`}>
          <p>
            <b>
              <bdi>{name}</bdi>
            </b>
            , {role}
          </p>
          <p>Signature</p>
          <p>Date</p>
        </div>
      ))}
    </PageFrame>
  );
}

function Hash({ what, is }: { readonly what: string; readonly is: string }) {
  return (
    <>
      <p className="label">{what}</p>
      <p className="hash">
        {inFours(is.slice(0, 32))}
        <br />
        {inFours(is.slice(32))}
      </p>
    </>
  );
}

/** In which lines a reader finds what did not go as it should. */
function LookFirst({ lines }: Pick<RecordSheet, "lines">) {
  const found = kinds
    .map((kind) => ({ kind, at: lines.filter(({ event }) => isRemarkable(event, kind)).map(position) }))
    .filter(({ at }) => at.length > 0);
  if (found.length === 0)
    return (
      <p className="advice-line">
        No exception, no disagreement, no refused entry: nothing but what the script asks for.
      </p>
    );
  return found.map(({ kind, at }) => (
    <Row key={kind} what={remarkable[kind]} is={`${at.length === 1 ? "Line" : "Lines"} ${listed(at)}`} />
  ));
}

function Line({ line }: { readonly line: RecordedLine }) {
  const { time, actor, event, text } = line;
  const stands = kinds.some((kind) => isRemarkable(event, kind));
  return (
    <div className={stands ? "line standing-out" : "line"}>
      <p className="number">{position(line)}</p>
      <p className="time">{time.slice(0, 19).replace("T", " ")}</p>
      <div>
        <p className="what">
          <b>
            <bdi>{event}</bdi>
          </b>{" "}
          · <bdi>{actor}</bdi>
        </p>
        <p data-text="">{text}</p>
      </div>
    </div>
  );
}

/** A line's number as people and the verifier count them. */
function position({ seq }: RecordedLine): number {
  return seq + 1;
}
