import type { ReactNode } from "react";
import { inFours } from "../../electron/contract/fours";
import type { RecordSheet, ScriptSheet } from "../../electron/contract/sheets";
import { Watermark } from "./watermark";

interface PageFrameProps {
  readonly sheet: ScriptSheet | RecordSheet;
  /** What ties every page to its ceremony: 64 hex characters, and what they are. */
  readonly mark: { readonly what: string; readonly is: string };
  readonly children: ReactNode;
}

/**
 * One page of many: what stands on each of them, around blocks that may go on. All blocks stand on the first page
 * until `breakPages` has measured them; its copies of this frame are the other pages.
 */
export function PageFrame({ sheet, mark, children }: PageFrameProps) {
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
        <p className="mark">
          <span className="label">{mark.what}</span> {inFours(mark.is)}
        </p>
      </header>
      <div className="flow" data-flow="">
        {children}
      </div>
    </article>
  );
}

/** The first block: what it is, of which vault, and of which day. */
export function Opening({ sheet, children }: Pick<PageFrameProps, "sheet" | "children">) {
  return (
    <section>
      <h1>{sheet.title}</h1>
      <div className="opening">
        <div className="box">
          <p className="label">Vault</p>
          <p className="box-text" data-fit="">
            <bdi>{sheet.vaultName}</bdi>
          </p>
        </div>
        <div>
          <p className="label">Date and time (UTC)</p>
          <p className="marks-face">{minute(sheet.date)}</p>
        </div>
      </div>
      {children}
    </section>
  );
}

/** A time of FORMATS to the minute, as people read it. */
function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}

/** The heading of the blocks that follow. It never ends a page. */
export function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 data-keeps="">{children}</h2>;
}
