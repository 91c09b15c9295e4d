import { inFours } from "../../electron/contract/fours";
import type { WrappingKeySheet } from "../../electron/contract/sheets";
import { QrCode } from "../qr/code";
import { Advice, Blanks, Box, Head, Marks } from "./parts";

/** What a Wrapping Key sheet says to everybody. */
export function WrappingKeyTop({ sheet }: { readonly sheet: WrappingKeySheet }) {
  return (
    <>
      <Head
        sheet={sheet}
        title={`Wrapping Key, ${sheet.bits} bit — opens the keystore alone`}
        note="Keep this sheet folded and sealed"
      />
      <div className="boxes">
        <Box label="Vault" text={sheet.vaultName} />
      </div>
      <Marks sheet={sheet} own={{ what: "Wrapping Key fingerprint", is: inFours(sheet.wrappingKeyKid) }} />
      <Advice
        answers={{
          "Found it?":
            "Leave it folded, do not copy it, and give it to the organisation whose vault is named above. Whoever holds this sheet and the keystore has the vault.",
          "Lost, or seen by others?":
            "Tell the vault’s administrator at once. The custodians then come together and the keystore is given a new Wrapping Key.",
          "Where to keep it":
            "Away from the keystore, in a sealed bag. Never send, photograph or type it anywhere but into the vault.",
        }}
      />
      <Blanks labels={["Bag number", "Operator’s signature", "Witness’s signature"]} />
    </>
  );
}

/** The key itself, twice: as a code and as lines of hex with a check at the end of each. */
export function WrappingKeySecret({ sheet }: { readonly sheet: WrappingKeySheet }) {
  return (
    <>
      <div className="code">
        <QrCode text={sheet.qr} label="This Wrapping Key as a QR code" />
        <div className="code-text">
          <h2>For the operator’s eyes only</h2>
          <p>
            The code and the lines below say the same. The characters are 0 to 9 and a to f. The last four of
            each line, behind the bar, are its check: they belong to the line when it is typed into Key
            Ceremony, and not to the key itself.
          </p>
          <p>
            How the check is made is written in the file docs/formats.md of Key Ceremony: On paper and screen.
          </p>
        </div>
      </div>
      <ol className="key-lines">
        {sheet.lines.map(({ groups, check }, at) => (
          <li key={check + groups.join("")}>
            {`${at + 1} `}
            <b>{groups.join(" ")}</b> <b className="check">{check}</b>
          </li>
        ))}
      </ol>
    </>
  );
}
