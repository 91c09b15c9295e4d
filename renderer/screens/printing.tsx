import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { Stages } from "../components/stages";
import type { At } from "./step-view";

/** The page is on its way to the printer. */
export function PrintingScreen({ view }: { readonly view: At<"printing"> }) {
  return (
    <Screen heading="The sheet is being printed" roles={alone(view.share)}>
      <ShareTitle share={view.share} total={view.shares.length} />
      <Stages stages={[`Sending one page to ${view.printer.name}`]} now={0} />
    </Screen>
  );
}
