import { useEffect, useRef, useState } from "react";
import { act, ask } from "../bridge";
import { Button } from "../components/buttons";
import { useRevealed } from "../components/revealed";
import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { moveFocus } from "../keyboard/move-focus";
import type { At } from "./step-view";

const GROUPS = 8;
const WORDS = 31;

/**
 * The custodian copies the share by hand, four words at a time. Words are here only while they are shown: they
 * go when hidden, when the window loses the focus, and after a minute without a key.
 */
export function CopyScreen({ view }: { readonly view: At<"copy"> }) {
  const [group, setGroup] = useState(0);
  const { secret: words, reveal, hide } = useRevealed<readonly string[]>();
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const toggle = useRef<HTMLButtonElement>(null);

  const show = async () => {
    if (await reveal(ask("revealWords", { group }))) setSeen((before) => new Set(before).add(group));
  };
  const showOrHide = () => (words === null ? void show() : hide());
  const move = (to: number) => {
    if (to < 0 || to >= GROUPS) return;
    hide();
    setGroup(to);
    moveFocus(toggle.current);
  };
  useArrows(
    () => move(group - 1),
    () => move(group + 1),
  );

  const first = group * 4 + 1;
  const last = Math.min(first + 3, WORDS);
  const unseen = GROUPS - seen.size;
  return (
    <Screen
      heading="Copy the words by hand"
      roles={alone(view.share)}
      problem={view.problem}
      primary={{
        label: "All 31 words are copied",
        onGo: () => void act("copiedByHand", null),
        disabled: unseen > 0,
      }}
      others={
        <>
          <Button onPress={() => move(group - 1)} disabled={group === 0}>
            Four words back
          </Button>
          <Button onPress={() => move(group + 1)} disabled={group === GROUPS - 1}>
            Next four words
          </Button>
        </>
      }
    >
      <ShareTitle share={view.share} total={view.shares.length} />
      <div className="copy-card">
        <button
          ref={toggle}
          type="button"
          className="button button-secondary"
          data-first=""
          aria-expanded={words !== null}
          onClick={showOrHide}
        >
          {words === null ? `Show words ${first} to ${last}` : `Hide words ${first} to ${last}`}
        </button>
        <ol className="copy-words" aria-label={`Words ${first} to ${last}`}>
          {Array.from({ length: last - first + 1 }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
            <li key={first + at}>
              <span className="cell-number">{first + at}</span>
              <span className="copy-word">{words?.[at]}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="hint">
        Space shows and hides. The arrow keys move by four words.{" "}
        {unseen > 0
          ? `${unseen} of ${GROUPS} groups have not been shown yet.`
          : "Every group has been shown."}
      </p>
    </Screen>
  );
}

/** Calls back for the arrow keys, wherever the focus is on the screen. */
function useArrows(back: () => void, on: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "ArrowLeft") back();
      if (event.key === "ArrowRight") on();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
}
