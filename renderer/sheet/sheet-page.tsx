import type { Sheet } from "../../electron/contract/sheets";
import { BlankShareSheetStrips } from "./blank-share-sheet";
import { ProofSheetStrips } from "./proof-sheet";
import { ShareSheetStrips } from "./share-sheet";
import { Watermark } from "./watermark";
import { WrappingKeySheetStrips } from "./wrapping-key-sheet";

/** One page of the sheet's paper, in four strips. What may be seen stands in its upper half, a secret below. */
export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article className={`page ${sheet.paper}`}>
      {sheet.practice && <Watermark />}
      <Strips sheet={sheet} />
    </article>
  );
}

function Strips({ sheet }: { readonly sheet: Sheet }) {
  switch (sheet.kind) {
    case "share":
      return <ShareSheetStrips sheet={sheet} />;
    case "blank-share":
      return <BlankShareSheetStrips sheet={sheet} />;
    case "wrapping-key":
      return <WrappingKeySheetStrips sheet={sheet} />;
    case "proof":
      return <ProofSheetStrips sheet={sheet} />;
  }
}
