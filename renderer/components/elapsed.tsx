import { useEffect, useState } from "react";
import type { CeremonyView } from "../../electron/contract/ceremony-views";

const TICK = 5_000;

interface ElapsedProps {
  readonly view: CeremonyView;
  readonly startedAt: string;
}

/** How many of the minutes that the whole ceremony takes are gone. It counts without being read out each time. */
export function Elapsed({ view, startedAt }: ElapsedProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const planned = plannedMinutes(view);
  return planned === null ? null : (
    <p className="rail-time">{elapsed(Date.parse(startedAt), now, planned)}</p>
  );
}

/** "12 of about 97 minutes". Times are in milliseconds; a clock that was set back has not begun. */
export function elapsed(startedAt: number, now: number, planned: number): string {
  return `${Math.max(0, Math.floor((now - startedAt) / 60_000))} of about ${planned} minutes`;
}

/** What the whole ceremony takes if codes are scanned; null before its plan is whole, and once it has ended. */
export function plannedMinutes(view: CeremonyView): number | null {
  if (view.step === "done" || view.step === "aborted") return null;
  return "plan" in view ? view.plan.minutes.scanned : null;
}
