import { useEffect, useEffectEvent } from "react";

type Take = (text: string) => void;

let taker: Take | null = null;

/** While its screen stands, a code that is typed anywhere is given to it. */
export function useCodeTaker(take: Take): void {
  const given = useEffectEvent(take);
  useEffect(() => {
    const mine: Take = (text) => given(text);
    taker = mine;
    return () => {
      if (taker === mine) taker = null;
    };
  }, []);
}

/** Gives a code to the screen that waits for one. Whether one did; none does behind a question. */
export function giveCode(text: string): boolean {
  if (taker === null || document.querySelector("dialog[open]") !== null) return false;
  taker(text);
  return true;
}
