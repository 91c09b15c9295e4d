import { type ClipboardEvent, useContext, useId, useMemo, useRef, useState } from "react";
import type { Failure } from "../../electron/contract/errors";
import { goesOn, type Judgement, judge, type Meant, putInto } from "../keyboard/strayed-text";
import { useMirror } from "../store";
import { ProblemId } from "./problem";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** Takes the focus when the screen appears. */
  readonly first?: boolean;
  /** What the screen's refusal is about. */
  readonly wrong?: boolean;
  /** The member of the command that it fills, as in `custodians.2`: what is refused there as a secret is marked here. */
  readonly member?: string;
  readonly mono?: boolean;
  /** What looks like a secret, and is meant here. */
  readonly meant?: Meant;
  readonly inputMode?: "numeric";
  readonly className?: string;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
}

/**
 * One line of text with its label. Nothing is completed, corrected or kept by the browser. A share or a key that strays into
 * it is never drawn: what may become one is hidden, and what is one is taken away and told.
 */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    first,
    wrong: isWrong = false,
    member,
    mono,
    meant,
    inputMode,
    className,
    onPaste,
  } = props;
  const id = useId();
  const problem = useContext(ProblemId);
  const strayed = useMirror(
    ({ refusal }) => refusal?.code === "text.secret" && member !== undefined && refusal.member === member,
  );
  const wrong = isWrong || strayed;
  // What the app itself put there, a finding or a path that was picked, is data: only what people put into it is judged.
  const [own, setOwn] = useState(value);
  const [given, setGiven] = useState(value);
  if (own !== value) {
    setOwn(value);
    setGiven(value);
  }
  const judged = useMemo(() => judge(putInto(given, value), meant), [given, value, meant]);
  // What was typed on behind a secret that was taken away, as far as it may be more of it, and the word that was cut by it.
  const more = useRef<{ readonly cut: string; readonly text: string } | null>(null);

  const take = (text: string) => {
    // The field is empty while more is awaited.
    const typed = (more.current?.text ?? "") + text;
    if (more.current !== null && goesOn(more.current.cut + typed)) {
      // Words that are whole are forgotten: only the last may turn out to be something else.
      const last = lastWord(typed);
      more.current = last === typed ? { ...more.current, text: typed } : { cut: "", text: last };
      return;
    }
    more.current = null;
    const judgement = judge(putInto(given, typed), meant);
    if (judgement.is === "plain" || judgement.is === "doubtful") {
      setOwn(typed);
      onChange(typed);
      return;
    }
    // What comes word by word was doubtful before: all of it goes, and what is typed on. What comes whole goes alone.
    if (judged.is !== "plain") {
      if (judgement.is === "words") more.current = { cut: lastWord(typed), text: "" };
      setOwn("");
      onChange("");
    }
    useMirror.setState({ refusal: refusalOf(judgement) });
  };

  const described = [hint === undefined ? null : `${id}-hint`, wrong ? problem : null].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="text"
        dir="auto"
        className={["input", mono && "input-mono", judged.is === "plain" || "input-hidden", className]
          .filter((name) => typeof name === "string")
          .join(" ")}
        value={value}
        inputMode={inputMode}
        data-first={first ? "" : undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(" ")}
        aria-invalid={wrong}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onBlur={() => {
          more.current = null;
        }}
        onChange={(event) => take(event.target.value)}
        onPaste={onPaste}
      />
    </div>
  );
}

function lastWord(text: string): string {
  return /[\p{L}\p{N}]*$/u.exec(text)?.[0] ?? "";
}

function refusalOf(judgement: Judgement): Failure {
  return judgement.is === "code"
    ? { code: "keyboard.strayed-code", of: judgement.kind }
    : { code: "keyboard.strayed-words" };
}
