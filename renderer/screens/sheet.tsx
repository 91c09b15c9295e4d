import { useState } from "react";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { PrinterChoice } from "../components/printer-choice";
import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import type { At } from "./step-view";

/** The share goes on paper: printed, or copied by hand. */
export function SheetScreen({ view }: { readonly view: At<"sheet"> }) {
  const { share, printers } = view;
  const [printer, setPrinter] = useState(printers[0]?.id ?? "");
  return (
    <Screen
      heading="Put the share on paper"
      roles={alone(share)}
      problem={view.problem}
      primary={{
        label: "Print the sheet",
        onGo: () => void act("printShare", { printer }),
        disabled: printers.length === 0,
      }}
      others={
        <>
          <Button onPress={() => void act("copyByHand", null)}>Copy it by hand</Button>
          {share.copies === 0 && (
            <Button onPress={() => void act("leaveShare", null)}>Choose another custodian</Button>
          )}
        </>
      }
    >
      <ShareTitle share={share} total={view.shares.length} />
      <p>One page is printed. Stand at the printer before you print, and take the page as it comes out.</p>
      <PrinterChoice printers={printers} value={printer} onChange={setPrinter} />
    </Screen>
  );
}
