import type { ShareSheet } from "../../electron/contract/sheets";
import { QrCode } from "../qr/code";
import { Words } from "./numbered-words";
import { ShareAdvice, ShareName } from "./share-front";
import { FoldedStrips } from "./strips";

/** A custodian's share, twice: as a code and as words. Both carry the same bits. */
export function ShareSheetStrips({ sheet }: { readonly sheet: ShareSheet }) {
  return (
    <FoldedStrips
      name={<ShareName sheet={sheet} />}
      advice={<ShareAdvice />}
      code={
        <div className="code">
          <QrCode text={sheet.qr} label="This Key Share as a QR code" />
          <ShareReading />
        </div>
      }
      text={<Words words={sheet.words} />}
    />
  );
}

/** How a share is read, with this app and without it (FORMATS §2). */
function ShareReading() {
  return (
    <div className="code-text">
      <h2>For the custodian’s eyes only</h2>
      <p>
        The code and the words below say the same; either is enough. The words can be typed where there is no
        camera: four letters tell each one apart. They are no wallet’s recovery phrase.
      </p>
      <h2>Without Key Ceremony</h2>
      <p>
        A programmer can read this share. Each word is its place in the BIP-39 English list, 0 to 2047, as 11
        bits, the highest first: version 3 bits, practice 1, share set 32, threshold 8, x 8, y 256, and a
        check of 33. The quorum’s points (x, y) give the Recovery Key at x = 0, byte by byte in GF(256) modulo
        11b (hexadecimal), by Shamir’s scheme. All of it, and a program of one page, is in the file
        docs/formats.md of Key Ceremony, under “Key Shares, version 1”.
      </p>
    </div>
  );
}
