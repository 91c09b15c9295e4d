import { type Judgement, notKnown, red, shortList } from "./judgement";
import type { SystemFiles } from "./system-files";

/** What the clock says, and what is said of it. */
export interface ClockFacts {
  readonly now: Date;
  /** The time zone's name, such as "Europe/Berlin". */
  readonly zone: string;
  /** Whether a time server has set the clock since the start; null where nothing says so. */
  readonly setByServer: true | null;
}

/** A clock that stands before this has lost its battery, or was never set. */
const BEFORE_THIS_APP = Date.UTC(2026, 0, 1);

/** Looks for the mark that systemd leaves when a time server has set the clock. */
export async function readClock(system: SystemFiles, now: Date, zone: string): Promise<ClockFacts> {
  const set = await system.exists("/run/systemd/timesync/synchronized");
  return { now, zone, setByServer: set || null };
}

/** Never good by itself: that it is right is for people to say, when they have compared it. */
export function judgeClock({ now, zone, setByServer }: ClockFacts): Judgement {
  if (Number.isNaN(now.getTime())) return red("The clock gives no time.");
  const time = `${now.toISOString().slice(0, 19).replace("T", " ")} UTC, time zone ${shortList([zone])}.`;
  if (now.getTime() < BEFORE_THIS_APP) return red(`${time} That is before this app was made: set the clock.`);
  const server = setByServer
    ? " A time server has set it since the start."
    : " Nothing says that a time server has set it.";
  return notKnown(`${time}${server} Compare it aloud with a clock of your own.`);
}
