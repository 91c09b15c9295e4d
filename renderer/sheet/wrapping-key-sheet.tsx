import { inFours } from "../../electron/contract/fours";
import type { WrappingKeySheet } from "../../electron/contract/sheets";
import { QrCode } from "../qr/code";
import { Advice, Blanks, Box, Head, Marks, Parameters } from "./parts";
import { FoldedStrips } from "./strips";

/** A Wrapping Key, twice: as a code and as lines of hex with a check at the end of each (FORMATS §5). */
export function WrappingKeySheetStrips({ sheet }: { readonly sheet: WrappingKeySheet }) {
  return (
    <FoldedStrips
      name={<KeyName sheet={sheet} />}
      advice={<KeyAdvice />}
      code={
        <div className="code">
          <QrCode text={sheet.qr} label="This Wrapping Key as a QR code" />
          <KeyReading bits={sheet.bits} />
        </div>
      }
      text={<KeyLines lines={sheet.lines} />}
    />
  );
}

function KeyName({ sheet }: { readonly sheet: WrappingKeySheet }) {
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
      <Marks
        marks={[
          { what: "Vault fingerprint", is: inFours(sheet.vaultFingerprint) },
          { what: "Wrapping Key fingerprint", is: inFours(sheet.wrappingKeyKid) },
          { what: "Date", is: sheet.date.slice(0, 10) },
        ]}
      />
      <Parameters hash={sheet.parametersHash} />
    </>
  );
}

function KeyAdvice() {
  return (
    <>
      <Advice
        answers={{
          "Found it?":
            "Leave it folded, do not copy it, and give it to the organisation whose vault is named on it. Whoever holds this sheet and the keystore has the vault.",
          "Lost, or seen by others?":
            "Tell the vault’s administrator at once. The custodians then come together and the keystore is given a new Wrapping Key.",
          "Where to keep it":
            "Away from the keystore, in a sealed bag. Never send, photograph or type it anywhere but into Key Ceremony and the vault.",
        }}
      />
      <Blanks labels={["Bag number", "Operator’s signature", "Witness’s signature"]} />
    </>
  );
}

/** How the lines are read, with this app and without it. */
function KeyReading({ bits }: { readonly bits: number }) {
  return (
    <div className="code-text">
      <h2>For the operator’s eyes only</h2>
      <p>
        The code and the lines below say the same; either is enough. The characters are 0 to 9 and a to f. The
        last four of each line, behind the bar, are its check: they are typed into Key Ceremony with the line,
        and are no part of the key.
      </p>
      <h2>Without Key Ceremony</h2>
      <p>
        The lines without their checks are the key, in hexadecimal. The keystore’s “encryptedKey” is a JWE
        (RFC 7516; dir, A{bits}GCM), which any JOSE library opens with it. All of it is in the file
        docs/formats.md of Key Ceremony, under “Opening a vault without this app”.
      </p>
    </div>
  );
}

function KeyLines({ lines }: Pick<WrappingKeySheet, "lines">) {
  return (
    <ol className="key-lines">
      {lines.map(({ groups, check }, at) => (
        <li key={check + groups.join("")}>
          {`${at + 1} `}
          <b>{groups.join(" ")}</b> <b className="check">{check}</b>
        </li>
      ))}
    </ol>
  );
}
