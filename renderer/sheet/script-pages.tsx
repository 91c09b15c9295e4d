import type { ScriptSheet, ScriptStep } from "../../electron/contract/sheets";
import { Heading, Opening, PageFrame } from "./page-frame";

/** How many empty forms and lines end a script. More are printed with another copy. */
const EXCEPTIONS = 2;
const SIGNATURES = 8;

/** A ceremony's script: its parameters, its steps with room for initials, forms for exceptions, and the sign-off. */
export function ScriptPages({ sheet }: { readonly sheet: ScriptSheet }) {
  return (
    <PageFrame sheet={sheet} mark={{ what: "Parameters’ hash", is: sheet.parametersHash }}>
      <Opening sheet={sheet}>
        <p className="advice-line">
          The administrator reads each step aloud. When it is done, a witness writes initials and time beside
          it. What goes otherwise is written on a form for exceptions before anybody goes on.
        </p>
      </Opening>
      <Heading>Parameters, frozen before the first step</Heading>
      {sheet.parameters.map(({ what, is }) => (
        <div className="parameter" key={what}>
          <p>{what}</p>
          <p data-text="">{is}</p>
        </div>
      ))}
      <Heading>Steps</Heading>
      {sheet.steps.map((step) => (
        <Step key={step.number} step={step} />
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
        <Signature key={at} labels={["Name, printed", "Role", "Signature", "Initials", "Time (UTC)"]} />
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
          <b>{who}</b>
          {lookAway !== null && <> · Looking away: {lookAway}</>}
        </p>
        <p data-text="">{text}</p>
      </div>
      <p className="to-fill">Initials</p>
      <p className="to-fill">Time</p>
    </div>
  );
}

function ExceptionForm() {
  return (
    <div className="exception">
      {["At step", "Expected", "Happened", "Decided", "By whom, and time", "Witnessed by"].map((label) => (
        <p className="to-fill" key={label}>
          {label}
        </p>
      ))}
    </div>
  );
}

/** A line of blanks to write on by hand, each with what belongs there. */
function Signature({ labels }: { readonly labels: readonly string[] }) {
  return (
    <div className="signature">
      {labels.map((label) => (
        <p key={label}>{label}</p>
      ))}
    </div>
  );
}
