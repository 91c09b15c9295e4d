import { useEffect } from "react";

const IDLE_MS = 60_000;

/** Hides when nobody may be looking any more: the window lost the focus, or no key was pressed for a minute. */
export function useHiding(hide: () => void): void {
  useEffect(() => {
    let timer = window.setTimeout(hide, IDLE_MS);
    const stillThere = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(hide, IDLE_MS);
    };
    window.addEventListener("blur", hide);
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("keydown", stillThere);
    window.addEventListener("pointerdown", stillThere);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("blur", hide);
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("keydown", stillThere);
      window.removeEventListener("pointerdown", stillThere);
    };
  }, [hide]);
}
