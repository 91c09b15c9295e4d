import type { Sheet } from "../../electron/contract/sheets";

/** The head of a sheet: what it is. A rehearsal's says so in letters that no photograph loses. */
export function Head({ sheet, title }: { readonly sheet: Sheet; readonly title: string }) {
  return (
    <header className="head">
      <p className="maker">
        <span>Key Ceremony {sheet.appVersion}</span>
        <span>
          {sheet.practice ? "Made in a rehearsal: worth nothing" : "Keep this sheet folded and sealed"}
        </span>
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
