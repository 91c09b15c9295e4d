import { useState } from "react";
import { Button } from "../components/buttons";
import { Choice } from "../components/choice";
import { Screen } from "../components/screen";
import { adviceWords, type Situation, whatNow } from "../what-now";

type Answers = Partial<Situation>;
type Answered<Q extends keyof Situation> = (answer: Situation[Q]) => void;

interface Question<Q extends keyof Situation> {
  readonly onAnswer: Answered<Q>;
  readonly onBack: () => void;
}

/** Three questions, one a screen, and one answer: the ceremony to hold, or that the data cannot be recovered. */
export function WhatNowScreen({ onLeave }: { readonly onLeave: () => void }) {
  const [answers, setAnswers] = useState<Answers>({});
  const { keyAtHand, running, custodians } = answers;
  if (keyAtHand === undefined) {
    return (
      <YesOrNo
        key="key"
        heading="Is the Wrapping Key at hand?"
        onAnswer={(yes) => setAnswers({ keyAtHand: yes })}
        onBack={onLeave}
      />
    );
  }
  if (running === undefined) {
    return (
      <YesOrNo
        key="running"
        heading="Is the vault running?"
        onAnswer={(yes) => setAnswers({ keyAtHand, running: yes })}
        onBack={() => setAnswers({})}
      />
    );
  }
  if (custodians === undefined) {
    return (
      <Custodians
        onAnswer={(answer) => setAnswers({ keyAtHand, running, custodians: answer })}
        onBack={() => setAnswers({ keyAtHand })}
      />
    );
  }
  const { heading, says } = adviceWords[whatNow({ keyAtHand, running, custodians })];
  return (
    <Screen
      key="advice"
      heading={heading}
      primary={{ label: "Back to the start", onGo: onLeave }}
      others={<Button onPress={() => setAnswers({})}>Answer the questions again</Button>}
      enter="submits"
    >
      {says.map((sentence, at) => (
        <p key={sentence} className={at === 0 ? "lead" : undefined}>
          {sentence}
        </p>
      ))}
    </Screen>
  );
}

function YesOrNo({
  heading,
  onAnswer,
  onBack,
}: Question<"keyAtHand" | "running"> & { readonly heading: string }) {
  const [answer, setAnswer] = useState<"yes" | "no" | null>(null);
  return (
    <Screen
      heading={heading}
      primary={{ label: "Continue", onGo: () => onAnswer(answer === "yes"), disabled: answer === null }}
      others={<Button onPress={onBack}>Back</Button>}
      enter="submits"
    >
      <Choice
        legend="Answer"
        first
        value={answer}
        onChange={setAnswer}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No, or nobody is sure" },
        ]}
      />
    </Screen>
  );
}

function Custodians({ onAnswer, onBack }: Question<"custodians">) {
  const [answer, setAnswer] = useState<Situation["custodians"] | null>(null);
  return (
    <Screen
      key="custodians"
      heading="How many custodians can come?"
      primary={{
        label: "Continue",
        onGo: () => answer !== null && onAnswer(answer),
        disabled: answer === null,
      }}
      others={<Button onPress={onBack}>Back</Button>}
      enter="submits"
    >
      <p className="lead">Every sheet says how many are needed. Only who still has a sheet counts.</p>
      <Choice
        legend="Answer"
        first
        value={answer}
        onChange={setAnswer}
        options={[
          { value: "enough", label: "As many as are needed, or more" },
          { value: "too-few", label: "Fewer" },
          { value: "unknown", label: "Nobody knows yet" },
        ]}
      />
    </Screen>
  );
}
