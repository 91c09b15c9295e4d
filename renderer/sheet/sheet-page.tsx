import type { Sheet } from "../../electron/contract/sheets";
import { ShareSecret, ShareTop } from "./share-sheet";
import { Watermark } from "./watermark";
import { WrappingKeySecret, WrappingKeyTop } from "./wrapping-key-sheet";

/**
 * One A4 page. What may be seen stands in its upper half; the secret stands below, and lies inside once the bottom
 * edge is folded up to the line between them.
 */
export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article className="page">
      {sheet.practice && <Watermark />}
      <section className="public">
        {sheet.kind === "share" ? <ShareTop sheet={sheet} /> : <WrappingKeyTop sheet={sheet} />}
      </section>
      <p className="edge">
        <span>Secret below this line. To close the sheet, fold its bottom edge up to this line.</span>
      </p>
      <section className="secret">
        {sheet.kind === "share" ? <ShareSecret sheet={sheet} /> : <WrappingKeySecret sheet={sheet} />}
      </section>
      <p className="fold">
        <span>fold here</span>
      </p>
    </article>
  );
}
