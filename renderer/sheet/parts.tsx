import { inFours } from "../../electron/contract/fours";
import type { Sheet } from "../../electron/contract/sheets";

interface HeadProps {
  readonly sheet: Sheet;
  readonly title: string;
  /** What to know about this sheet before anything else. A rehearsal's is worth nothing instead. */
  readonly note: string;
}

/** The head of a sheet: what it is. A rehearsal's says so in letters that no photograph loses. */
export function Head({ sheet, title, note }: HeadProps) {
  return (
    <header className="head">
      <p className="maker">
        <span>Key Ceremony {sheet.appVersion}</span>
        <span>{sheet.practice ? "Made in a rehearsal: worth nothing" : note}</span>
      </p>
      {sheet.practice && <p className="rehearsal">REHEARSAL</p>}
      <h1>{title}</h1>
    </header>
  );
}

/** A name in a box of fixed size, set as large as fits. */
export function Box({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className="box">
      <p className="label">{label}</p>
      <p className="box-text" data-fit="">
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}

/** What tells this sheet from any other. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <dl className="marks">
      {marks.map(({ what, is }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Mark {
  readonly what: string;
  readonly is: string;
}

/** The hash of the ceremony's frozen parameters, which ties this page to its ceremony and to its record. */
export function Parameters({ hash }: { readonly hash: string }) {
  return <Tie what="Ceremony’s parameters" is={hash} />;
}

/** A hash of 64 hex, small and on one line. */
export function Tie({ what, is }: Mark) {
  return (
    <p className="tie">
      <span>{what}</span> {inFours(is)}
    </p>
  );
}

/** What to do with the sheet, by the question that its finder or holder has. */
export function Advice({ answers }: { readonly answers: Readonly<Record<string, string>> }) {
  return (
    <div className="advice">
      {Object.entries(answers).map(([question, answer]) => (
        <section key={question}>
          <h2>{question}</h2>
          <p>{answer}</p>
        </section>
      ))}
    </div>
  );
}

/** Lines to write on by hand. */
export function Blanks({ labels }: { readonly labels: readonly string[] }) {
  return (
    <div className="blanks">
      {labels.map((label) => (
        <p key={label}>{label}</p>
      ))}
    </div>
  );
}
