import { entryCommands } from "../entry/commands";
import type { Carries, HeldCommand } from "../held";
import type { Check } from "./check";

/** What each command means to a round of checks. */
export const checkCommands = {
  ...entryCommands,
  checkSheet: (check, { index }) => check.happen({ type: "choose", index }),
  sheetAbsent: (check, { index }) => check.happen({ type: "absent", index, now: check.now }),
  leaveSheet: (check) => check.happen({ type: "leave" }),
  sheetBad: (check) => check.happen({ type: "bad", now: check.now }),
  sheetChecked: (check) => check.happen({ type: "checked" }),
  endRound: (check) => check.happen({ type: "end" }),
  backToRound: (check) => check.happen({ type: "back" }),
  saveCustody: (check, { path }) => check.save(path),
} satisfies Partial<Carries<Check, HeldCommand>>;
