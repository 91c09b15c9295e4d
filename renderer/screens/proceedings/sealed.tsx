import type { ClosingView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { Facts } from "../../components/facts";
import { Fours } from "../../components/fours";
import { Hash } from "../../components/hash";
import { Name } from "../../components/name";
import { Screen } from "../../components/screen";
import type { AnyPlan } from "./plan";

interface SealedProps {
  readonly view: Extract<ClosingView, { step: "sealed" }>;
  readonly plan: AnyPlan;
}

/** The record has ended: its head goes on every witness's paper, beside the hash of its beginning. */
export function SealedScreen({ view, plan }: SealedProps) {
  const { head, firstHash, recordPath, printed, aborted } = view;
  return (
    <Screen
      heading={head === null ? "The record was not sealed" : "Write down the record’s head"}
      roles={{ acts: <Name>{plan.administrator}</Name>, watch: "Everybody" }}
      problem={view.problem}
      primary={primaryOf(view)}
      others={<Button onPress={() => void act("choosePage", null)}>Print the record</Button>}
      below={
        <section className="apart" aria-labelledby="where-title">
          <h2 id="where-title">Where it is, and where it begins</h2>
          <Facts
            facts={[
              { what: "Record", is: <bdi className="path">{recordPath}</bdi> },
              { what: "First line’s hash", is: <Fours hex={firstHash} /> },
            ]}
          />
        </section>
      }
    >
      {aborted && <p className="note">This is the record of a ceremony that was aborted.</p>}
      {head === null ? (
        <p className="lead">
          The record ends where it could no longer be written. What it says so far can be checked line by
          line, and proves nothing. Keep it, and write down why it was not sealed.
        </p>
      ) : (
        <>
          <Hash hex={head} />
          <p className="lead">
            Every witness writes these 64 characters on paper, in groups of four, and keeps the paper. With it
            anybody can prove years from now that the record is this one, and whole.
          </p>
        </>
      )}
      {printed && <p role="status">The record was printed. Everybody signs it on its last page.</p>}
    </Screen>
  );
}

function primaryOf({ last, head }: SealedProps["view"]) {
  if (last) return { label: "Back to the start", onGo: () => void act("goHome", null) };
  return {
    label: head === null ? "Go on" : "Everybody has written it down",
    onGo: () => void act("headWritten", null),
  };
}
