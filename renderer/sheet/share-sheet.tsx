import { inFours } from "../../electron/contract/fours";
import type { BlankShareSheet, ShareSheet } from "../../electron/contract/sheets";
import { inWords } from "../components/in-words";
import { QrCode } from "../qr/code";
import { Advice, Blanks, Box, Head, Marks } from "./parts";
import { Words } from "./words";

/** What a share sheet says to everybody: whose it is, of which vault, and what to do with it. */
export function ShareTop({ sheet }: { readonly sheet: ShareSheet | BlankShareSheet }) {
  const { index, total, threshold } = sheet;
  return (
    <>
      <Head
        sheet={sheet}
        title={`Key Share ${index} of ${total} — ${inWords(threshold)} are needed`}
        note="Keep this sheet folded and sealed"
      />
      <div className="boxes">
        <Box label="Custodian" text={sheet.custodian} />
        <Box label="Vault" text={sheet.vaultName} />
      </div>
      <Marks sheet={sheet} own={{ what: "Share set", is: inFours(sheet.setId) }} />
      <Advice
        answers={{
          "Found it?":
            "Alone it opens nothing. Leave it folded, do not copy it, and give it back to the custodian named above or to their organisation.",
          "Lost, or seen by others?":
            "Tell the vault’s administrator the same day. The shares are then replaced in a ceremony, and this sheet is destroyed before witnesses.",
          "Called to a recovery?":
            "Come yourself, with this sheet. Compare the vault fingerprint with the screen. Enter the words there, alone; never read them out, send or photograph them.",
        }}
      />
      <Blanks labels={["Bag number", "Custodian’s signature", "Witness’s signature"]} />
    </>
  );
}

/** The share itself, twice: as a code and as words. Both carry the same bits. */
export function ShareSecret({ sheet }: { readonly sheet: ShareSheet }) {
  return (
    <>
      <div className="code">
        <QrCode text={sheet.qr} label="This Key Share as a QR code" />
        <div className="code-text">
          <h2>For the custodian’s eyes only</h2>
          <p>
            The code and the words below say the same. Either is enough; the words can be typed where there is
            no camera. Four letters of each word tell it apart.
          </p>
          <p>
            The words are of the BIP-39 English list but no wallet’s recovery phrase. How they are read
            without this app is written in the file docs/formats.md of Key Ceremony, and is simple enough for
            any programmer: Key Shares, version 1.
          </p>
        </div>
      </div>
      <Words words={sheet.words} />
    </>
  );
}

/** The same place without a share: boxes for 31 words written by hand, and none for a code. */
export function BlankShareSecret() {
  return (
    <>
      <div className="code">
        <p className="no-code">No code on a hand copy</p>
        <div className="code-text">
          <h2>For the custodian’s eyes only</h2>
          <p>Print the letters. Four letters of each word tell it apart, but write the whole word.</p>
        </div>
      </div>
      <Words words={Array.from({ length: 31 }, () => "")} />
    </>
  );
}
