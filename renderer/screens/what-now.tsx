import { useState } from "react";
import { Button } from "../components/buttons";
import { Choice } from "../components/choice";
import { Screen } from "../components/screen";
import { adviceWords, type Situation, whatNow } from "../what-now";

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;
type YesNo = (typeof yesNo)[number]["value"];

/** Three questions, one answer: the ceremony to hold, or that the data cannot be recovered. */
export function WhatNowScreen({ onLeave }: { readonly onLeave: () => void }) {
  const [key, setKey] = useState<YesNo | null>(null);
  const [running, setRunning] = useState<YesNo | null>(null);
  const [custodians, setCustodians] = useState<Situation["custodians"] | null>(null);
  const answered = key !== null && running !== null && custodians !== null;
  const advice = answered
    ? adviceWords[whatNow({ keyAtHand: key === "yes", running: running === "yes", custodians })]
    : null;
  return (
    <Screen heading="What now?" others={<Button onPress={onLeave}>Back to the start</Button>}>
      <Choice legend="Is the Wrapping Key at hand?" first options={yesNo} value={key} onChange={setKey} />
      <Choice legend="Is the vault running?" options={yesNo} value={running} onChange={setRunning} />
      <Choice
        legend="Can as many custodians come as are needed, each with their sheet?"
        options={[
          { value: "enough", label: "Yes, that many or more" },
          { value: "too-few", label: "No, fewer" },
          { value: "unknown", label: "Nobody knows yet" },
        ]}
        value={custodians}
        onChange={setCustodians}
      />
      <section className="notice" role="status">
        {advice === null ? (
          <p>Answer the three questions. Every sheet says how many are needed.</p>
        ) : (
          <>
            <h2>{advice.heading}</h2>
            {advice.says.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </>
        )}
      </section>
    </Screen>
  );
}
