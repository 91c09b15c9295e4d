import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { Traces } from "../components/traces";
import type { At } from "./step-view";

/** Only a person knows whether a page came out. */
export function PrintedScreen({ view }: { readonly view: At<"printed"> }) {
  const { share, printer } = view;
  return (
    <Screen
      heading="Did the page come out?"
      roles={alone(share)}
      problem={view.problem}
      primary={{
        label: "Yes, I have the page",
        onGo: () => void act("answerPrinted", { cameOut: true }),
      }}
      others={
        <Button onPress={() => void act("answerPrinted", { cameOut: false })}>No, or not as it should</Button>
      }
    >
      <ShareTitle share={share} total={view.shares.length} />
      <p>
        {printer.kind === "pdf-folder" ? (
          <>The sheet was written as a PDF file. In this rehearsal it stands for the page.</>
        ) : (
          <>
            One page was sent to <bdi>{printer.name}</bdi>. Look at it: is every word printed clearly, and is
            the square code whole?
          </>
        )}
      </p>
      <Traces traces={view.traces} />
    </Screen>
  );
}
