import type { ScriptSheet, ScriptStep } from "../../electron/contract/sheets";
import { Heading, Opening, PageFrame, Row } from "./page-frame";

/** How many empty forms and lines end a script. More are printed with another copy. */
const EXCEPTIONS = 2;
const SIGNATURES = 8;

/** As an exception stands in the record. */
const exceptionBlanks = [
  "At step",
  "Time (UTC)",
  "Expected",
  "Happened",
  "Decided",
  "Decided by",
  "Witnessed by",
] as const;

/** What is shown large on the screen for everybody to write down, and how many groups of four it has. */
const toWriteDown = [
  { what: "First line’s hash, shown when the record begins", groups: 16 },
  { what: "Vault fingerprint", groups: 8 },
  { what: "Head of the record, shown when it is sealed", groups: 16 },
] as const;

/**
 * A ceremony's script: its parameters, its steps with room for initials, boxes for what is written down by hand, forms
 * for exceptions, and the sign-off.
 */
export function ScriptPages({ sheet }: { readonly sheet: ScriptSheet }) {
  return (
    <PageFrame sheet={sheet}>
      <Opening sheet={sheet}>
        <p className="advice-line">
          The administrator reads each step aloud. When it is done, a witness writes initials and time beside
          it. What goes otherwise is written on a form for exceptions before anybody goes on.
        </p>
      </Opening>
      <Heading>Parameters, frozen before the first step</Heading>
      {sheet.parameters.map(({ what, is }) => (
        <Row key={what} what={what} is={is} />
      ))}
      <Heading>Steps</Heading>
      {sheet.steps.map((step) => (
        <Step key={step.number} step={step} />
      ))}
      <Heading>To write down by hand from the screen, in groups of four</Heading>
      {toWriteDown.map(({ what, groups }) => (
        <Groups key={what} what={what} count={groups} />
      ))}
      <Heading>Exceptions: what did not go as the script says</Heading>
      {Array.from({ length: EXCEPTIONS }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty form is its place
        <ExceptionForm key={at} />
      ))}
      <Heading>Sign-off: everybody who was in the room</Heading>
      <p className="advice-line" data-keeps="">
        I was present throughout; the script was followed, except as noted on it; its record is true. Whoever
        disagrees writes “I disagree” instead of a signature, and why on a form for exceptions.
      </p>
      {Array.from({ length: SIGNATURES }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place
        <Signature key={at} keeps={at < SIGNATURES - 1} />
      ))}
    </PageFrame>
  );
}

function Step({ step: { number, who, lookAway, text } }: { readonly step: ScriptStep }) {
  return (
    <div className="step">
      <p className="number">{number}</p>
      <div>
        <p className="who">
          <b>
            <bdi>{who}</bdi>
          </b>
          {lookAway !== null && (
            <>
              {" "}
              · Looking away: <bdi>{lookAway}</bdi>
            </>
          )}
        </p>
        <p data-text="">{text}</p>
      </div>
      <p className="to-fill">Initials</p>
      <p className="to-fill">Time (UTC)</p>
    </div>
  );
}

/** A box for each group of four characters, eight in a row. */
function Groups({ what, count }: { readonly what: string; readonly count: number }) {
  return (
    <div className="groups">
      <p className="label">{what}</p>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty box is its place
        <i key={at} />
      ))}
    </div>
  );
}

function ExceptionForm() {
  return (
    <div className="exception">
      {exceptionBlanks.map((label) => (
        <p className="to-fill" key={label}>
          {label}
        </p>
      ))}
    </div>
  );
}

/** A line of blanks to write on by hand, each with what belongs there. `keeps`: on one page with the next. */
function Signature({ keeps }: { readonly keeps: boolean }) {
  return (
    <div className="signature" data-keeps={keeps ? "" : undefined}>
      {["Name, printed", "Role", "Signature", "Initials", "Time (UTC)"].map((label) => (
        <p key={label}>{label}</p>
      ))}
    </div>
  );
}
