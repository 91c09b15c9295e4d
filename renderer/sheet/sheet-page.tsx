import type { RecordSheet, ScriptSheet, Sheet } from "../../electron/contract/sheets";
import { BlankShareSheetStrips } from "./blank-share-sheet";
import { ProofSheetStrips } from "./proof-sheet";
import { RecordPages } from "./record-pages";
import { ScriptPages } from "./script-pages";
import { ShareSheetStrips } from "./share-sheet";
import { Watermark } from "./watermark";
import { WrappingKeySheetStrips } from "./wrapping-key-sheet";

/** What is printed: a script or a record on as many pages as it takes, every other sheet on one. */
export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  if (sheet.kind === "script") return <ScriptPages sheet={sheet} />;
  if (sheet.kind === "record") return <RecordPages sheet={sheet} />;
  return <OnePage sheet={sheet} />;
}

type OfOnePage = Exclude<Sheet, ScriptSheet | RecordSheet>;

/** One page of the sheet's paper, in four strips. What may be seen stands in its upper half, a secret below. */
function OnePage({ sheet }: { readonly sheet: OfOnePage }) {
  return (
    <article className={`page ${sheet.paper}`}>
      {sheet.practice && <Watermark />}
      <Strips sheet={sheet} />
    </article>
  );
}

function Strips({ sheet }: { readonly sheet: OfOnePage }) {
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
