import type { Sheet } from "../../electron/contract/sheets";
import { ProofPage } from "./proof-page";
import { BlankShareSecret, ShareSecret, ShareTop } from "./share-sheet";
import { Watermark } from "./watermark";
import { WrappingKeySecret, WrappingKeyTop } from "./wrapping-key-sheet";

/**
 * One page. What may be seen stands in its upper half; the secret stands below, and lies inside once the bottom
 * edge is folded up to the line between them. A printer's proof has no secret and is not folded.
 */
export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article className={`page ${sheet.paper}`}>
      {sheet.practice && <Watermark />}
      {sheet.kind === "proof" ? <ProofPage sheet={sheet} /> : <Halves sheet={sheet} />}
    </article>
  );
}

type SecretSheet = Exclude<Sheet, { kind: "proof" }>;

function Halves({ sheet }: { readonly sheet: SecretSheet }) {
  return (
    <>
      <section className="public">
        {sheet.kind === "wrapping-key" ? <WrappingKeyTop sheet={sheet} /> : <ShareTop sheet={sheet} />}
      </section>
      <p className="edge">
        <span>Secret below this line. To close the sheet, fold its bottom edge up to this line.</span>
      </p>
      <section className="secret">
        <Secret sheet={sheet} />
      </section>
      <p className="fold">
        <span>fold here</span>
      </p>
    </>
  );
}

function Secret({ sheet }: { readonly sheet: SecretSheet }) {
  switch (sheet.kind) {
    case "share":
      return <ShareSecret sheet={sheet} />;
    case "blank-share":
      return <BlankShareSecret />;
    case "wrapping-key":
      return <WrappingKeySecret sheet={sheet} />;
  }
}
