import type { WorkstationPage } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { PreflightTable } from "../components/preflight-table";
import { Screen } from "../components/screen";

/** What the app can tell of this machine, for people to judge before a ceremony. It stops nothing. */
export function WorkstationScreen({ page }: { readonly page: WorkstationPage }) {
  return (
    <Screen
      heading="What this workstation looks like"
      primary={{ label: "Back to the start", onGo: () => void act("goHome", null) }}
      others={<Button onPress={() => void act("lookAtWorkstation", null)}>Look again</Button>}
      below={<PreflightTable findings={page.findings} />}
    >
      <p className="lead">
        Cure what is red and find out what is not known before a production ceremony: it looks again, and goes
        on with what is red only when an exception is recorded.
      </p>
    </Screen>
  );
}
