import type { OpeningView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { Hash } from "../../components/hash";
import { Name } from "../../components/name";
import { Screen } from "../../components/screen";
import type { AnyPlan } from "./plan";

interface OpenedProps {
  readonly view: Extract<OpeningView, { step: "opened" }>;
  readonly plan: AnyPlan;
}

/** The record has begun: the hash of its first line goes on every witness's paper. */
export function OpenedScreen({ view, plan }: OpenedProps) {
  const { firstHash, recordPath, looking } = view;
  return (
    <Screen
      heading="Write down where the record begins"
      roles={{ acts: <Name>{plan.administrator}</Name>, watch: "Everybody" }}
      primary={{
        label: "Everybody has written it down",
        onGo: () => void act("firstHashWritten", null),
        disabled: looking,
      }}
    >
      <Hash hex={firstHash} />
      <p className="lead">
        Every witness writes these 64 characters on paper, in groups of four, and keeps the paper. Whatever is
        written into the record from here on cannot be given another beginning.
      </p>
      <p>
        The record: <bdi className="path">{recordPath}</bdi>
      </p>
      {looking && (
        <p className="note" role="status">
          The workstation is being looked at …
        </p>
      )}
    </Screen>
  );
}
