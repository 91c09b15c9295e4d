import { inFours } from "../../electron/contract/fours";
import type { BlankShareSheet, ShareSheet } from "../../electron/contract/sheets";
import { inWords } from "../components/in-words";
import { Advice, Blanks, Box, Head, Marks, Parameters } from "./parts";

/** Whose share it is, and of which vault. */
export function ShareName({ sheet }: { readonly sheet: ShareSheet | BlankShareSheet }) {
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
      <Marks
        marks={[
          { what: "Vault fingerprint", is: inFours(sheet.vaultFingerprint) },
          { what: "Share set", is: inFours(sheet.setId) },
          { what: "Date", is: sheet.date.slice(0, 10) },
        ]}
      />
      <Parameters hash={sheet.parametersHash} />
    </>
  );
}

/** What its holder or finder does with it. */
export function ShareAdvice() {
  return (
    <>
      <Advice
        answers={{
          "Found it?":
            "Alone it opens nothing. Leave it folded, do not copy it, and give it back to the custodian named on it or to their organisation.",
          "Lost, or seen by others?":
            "Tell the vault’s administrator the same day. The shares are then replaced in a ceremony, and this sheet is destroyed before witnesses.",
          "Called to a recovery?":
            "Come yourself, with this sheet. Compare the vault fingerprint with the screen. Enter the share there, alone; never read it out, send or photograph it.",
        }}
      />
      <Blanks labels={["Bag number", "Custodian’s signature", "Witness’s signature"]} />
    </>
  );
}
