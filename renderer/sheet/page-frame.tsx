import type { ReactNode } from "react";
import type { RecordSheet, ScriptSheet } from "../../electron/contract/sheets";
import { Box, Parameters, Tie } from "./parts";
import { Watermark } from "./watermark";

interface PageFrameProps {
  readonly sheet: ScriptSheet | RecordSheet;
  /** What ties every page to its record, besides the parameters: a label and 64 hex. */
  readonly tie?: { readonly what: string; readonly is: string };
  readonly children: ReactNode;
}

/**
 * One page of many: what stands on each of them, around blocks that may go on. All blocks stand on the first page
 * until `breakPages` has measured them; its copies of this frame are the other pages.
 */
export function PageFrame({ sheet, tie, children }: PageFrameProps) {
  return (
    <article className={`page many ${sheet.paper}`} data-breaks="">
      {sheet.practice && <Watermark />}
      <header className="running">
        <p className="maker">
          <span>Key Ceremony {sheet.appVersion}</span>
          <span className="running-name">
            {sheet.title} · <bdi>{sheet.vaultName}</bdi>
          </span>
          <span>
            Page <b data-page="">1</b> of <b data-pages="">1</b>
          </span>
        </p>
        {sheet.practice && <p className="rehearsal">REHEARSAL</p>}
      </header>
      <div className="flow" data-flow="">
        {children}
      </div>
      <footer className="ties">
        {sheet.parametersHash !== null && <Parameters hash={sheet.parametersHash} />}
        {tie !== undefined && <Tie what={tie.what} is={tie.is} />}
      </footer>
    </article>
  );
}

/** The first block: what it is, of which vault, and of which day. */
export function Opening({ sheet, children }: Pick<PageFrameProps, "sheet" | "children">) {
  return (
    <section>
      <h1>{sheet.title}</h1>
      <div className="opening">
        <Box label="Vault" text={sheet.vaultName} />
        <div>
          <p className="label">Printed (UTC)</p>
          <p className="marks-face">{sheet.date.slice(0, 16).replace("T", " ")}</p>
        </div>
      </div>
      {children}
    </section>
  );
}

/** The heading of the blocks that follow. It never ends a page. */
export function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 data-keeps="">{children}</h2>;
}

/** What something is, in a row of its own; its text may go on over a page's end. */
export function Row({ what, is }: { readonly what: string; readonly is: string }) {
  return (
    <div className="row">
      <p>{what}</p>
      <p data-text="">{is}</p>
    </div>
  );
}
