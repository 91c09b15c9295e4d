import { useEffect, useState } from "react";

/** What this workstation's clock says now, to be read aloud: in UTC, and in its own time zone for a watch on a wrist. */
export function LiveClock() {
  const [second, setSecond] = useState(thisSecond);
  useEffect(() => {
    const timer = window.setInterval(() => setSecond(thisSecond()), 200);
    return () => window.clearInterval(timer);
  }, []);
  const now = new Date(second);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className="live-clock" role="timer">
      <time dateTime={now.toISOString()}>
        <span>{now.toISOString().slice(0, 10)}</span> <strong>{now.toISOString().slice(11, 19)}</strong> UTC
      </time>
      {timeZone !== "UTC" && (
        <p className="hint">
          {timeIn(now, timeZone)} in this workstation’s time zone, {timeZone}
        </p>
      )}
    </div>
  );
}

function thisSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}

function timeIn(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" }).format(now);
}
