import { inFours } from "../../electron/contract/fours";
import type { RecordedLine, RecordSheet } from "../../electron/contract/sheets";
import { Heading, Opening, PageFrame } from "./page-frame";

/** A ceremony's record on paper: both hashes large, every line in words, and a line for each person's signature. */
export function RecordPages({ sheet }: { readonly sheet: RecordSheet }) {
  const { firstHash, head, lines, people } = sheet;
  return (
    <PageFrame
      sheet={sheet}
      mark={
        head === null ? { what: "Hash of line 0", is: firstHash } : { what: "Head of the record", is: head }
      }
    >
      <Opening sheet={sheet}>
        <Hash what="Hash of line 0, written down at the start" is={firstHash} />
        {head === null ? (
          <p className="unsealed">
            This record was not sealed: it ends where the ceremony was interrupted, and is no proof of what
            came after.
          </p>
        ) : (
          <Hash what="Head of the record, written down at the end" is={head} />
        )}
        <p className="advice-line">
          Each witness compares this with what they wrote down by hand. The file itself is checked with Key
          Ceremony’s verify-record; this print is for people to read and sign.
        </p>
      </Opening>
      <Heading>What happened, in {lines.length} lines; times are UTC</Heading>
      {lines.map((line) => (
        <Line key={line.seq} line={line} />
      ))}
      <Heading>Signatures</Heading>
      <p className="advice-line" data-keeps="">
        I have compared the hashes, and this print says what the record says of me.
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

function Line({ line: { seq, time, actor, event, text } }: { readonly line: RecordedLine }) {
  return (
    <div className="line">
      <p className="number">{seq}</p>
      <p className="time">{time.slice(0, 19).replace("T", " ")}</p>
      <div>
        <p className="who">
          <b>
            <bdi>{actor}</bdi>
          </b>{" "}
          · {event}
        </p>
        <p data-text="">{text}</p>
      </div>
    </div>
  );
}
