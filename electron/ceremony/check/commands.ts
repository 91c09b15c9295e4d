import { entryCommands } from "../entry/commands";
import type { Carries, HeldCommand } from "../held";
import { frameCommands } from "../proceedings/commands";
import type { Check } from "./check";

/** What each command means to a round of checks. */
export const checkCommands = {
  ...entryCommands,
  ...frameCommands,
  planCheck: (check, input) => check.plan(input),
  back: (check) => check.happen({ type: "back-to-people" }),
  findPrinters: (check) => check.frame({ type: "find-printers" }),
  stopPrinting: async (check) => check.stopPrinting(),
  checkSheet: (check, { index }) => check.happen({ type: "choose", index }),
  sheetAbsent: (check, { index }) => check.happen({ type: "absent", index, now: check.now }),
  leaveSheet: (check) => check.happen({ type: "leave" }),
  sheetBad: (check) => check.happen({ type: "bad", now: check.now }),
  sheetChecked: (check, input) => check.bag(input),
  endRound: (check) => check.happen({ type: "end" }),
  backToRound: (check) => check.happen({ type: "back" }),
  saveCustody: (check, { path }) => check.save(path),
} satisfies Partial<Carries<Check, HeldCommand>>;
