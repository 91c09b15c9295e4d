import { useCallback, useEffect, useRef, useState } from "react";
import { useMirror } from "../store";
import { useHiding } from "./hiding";

/** A secret that is on screen while its custodian wants it to be. */
export interface Revealed<T> {
  /** Null while it is hidden. */
  readonly secret: T | null;
  /** Shows what is fetched, unless it is to be hidden by the time it comes. Gives whether it is shown. */
  readonly reveal: (fetched: Promise<T | null>) => Promise<boolean>;
  readonly hide: () => void;
}

/**
 * Shows a secret, and hides it when nobody may be looking any more, and behind a question about the ceremony. An answer
 * that was asked for before it was hidden comes too late, and is not shown.
 */
export function useRevealed<T>(): Revealed<T> {
  const [secret, setSecret] = useState<T | null>(null);
  const hidden = useRef(0);
  const hide = useCallback(() => {
    hidden.current += 1;
    setSecret(null);
  }, []);
  useHiding(hide);
  const asking = useMirror(({ view }) => view?.asking !== null);
  useEffect(() => {
    if (asking) hide();
  }, [asking, hide]);
  const reveal = async (fetched: Promise<T | null>) => {
    const asked = hidden.current;
    const answer = await fetched;
    const isLate = hidden.current !== asked;
    if (answer !== null && !isLate) setSecret(answer);
    return answer !== null && !isLate;
  };
  return { secret, reveal, hide };
}
