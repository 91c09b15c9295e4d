import type { ProofSheet } from "../../electron/contract/sheets";
import { QrCode } from "../qr/code";
import { Box, Head } from "./parts";
import { Words } from "./words";

/** A page that proves a printer before the first secret: what a share's sheet asks of it, and no secret. */
export function ProofPage({ sheet }: { readonly sheet: ProofSheet }) {
  return (
    <section className="proof">
      <Head
        sheet={sheet}
        title="Printer proof"
        note="This page holds no secret. Destroy or keep it as you like."
      />
      <Box label="Printer" text={sheet.printer} />
      <QrCode text={sheet.qr} label="A test code" />
      <Words words={sheet.words} />
    </section>
  );
}
