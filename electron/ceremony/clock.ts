import type { ClockFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { clockFailure, timeOf } from "../contract/time";
import type { Effects } from "./effects";

/** What the workstation's clock says, where a keystore can hold it. It may have been set since the record began. */
export function readClock({ now }: Pick<Effects, "now">): Result<Date, ClockFailure> {
  const moment = now();
  return timeOf(moment) === null ? fail(clockFailure(moment)) : ok(moment);
}
