import type { ProceedingsFailure } from "../../contract/errors";
import type { BagChange, NewBag } from "../../contract/proceedings";
import { fail, ok, type Result } from "../../contract/result";
import { personKey } from "../people";
import { readLine } from "./readable-line";

const LIMIT = 40;

/** The numbers of the bags that were noted in this ceremony: opened ones and sealed ones. */
export type Bags = readonly string[];

/** What was noted of one sheet: null where there was, or is, no bag. */
export interface Bagged {
  readonly opened: string | null;
  readonly sealed: string | null;
}

/**
 * A new sheet goes into its bag: the number, typed twice. Fails with bag.number, bag.differs, text.secret, or with
 * bag.used where this ceremony knows the number already. Null is no bag.
 */
export function readNewBag(bag: NewBag | null, used: Bags): Result<string | null, ProceedingsFailure> {
  if (bag === null) return ok(null);
  const number = readNumber(bag.number);
  if (!number.ok) return number;
  if (key(bag.again) !== key(number.value)) return fail({ code: "bag.differs" });
  return isIn(used, number.value) ? fail({ code: "bag.used" }) : number;
}

/** A sheet was fetched from one bag and goes into another. Fails as readNewBag does; nothing goes back into an opened bag. */
export function readBagChange(change: BagChange, used: Bags): Result<Bagged, ProceedingsFailure> {
  const opened = change.opened === null ? ok(null) : readNumber(change.opened);
  if (!opened.ok) return opened;
  if (opened.value !== null && isIn(used, opened.value)) return fail({ code: "bag.used" });
  const sealed = readNewBag(change.sealed, opened.value === null ? used : [...used, opened.value]);
  return sealed.ok ? ok({ opened: opened.value, sealed: sealed.value }) : sealed;
}

/** The numbers with those of one more sheet. */
export function withBags(used: Bags, ...numbers: readonly (string | null)[]): Bags {
  return [...used, ...numbers.filter((number) => number !== null)];
}

function readNumber(typed: string): Result<string, ProceedingsFailure> {
  const wrong = { code: "bag.number", limit: LIMIT } as const;
  const number = readLine(typed, LIMIT, wrong);
  return number.ok && key(number.value) === "" ? fail(wrong) : number;
}

function isIn(used: Bags, number: string): boolean {
  return used.some((one) => key(one) === key(number));
}

/** What one person reads aloud and another types is one number in whatever case, and whatever in it cannot be seen. */
function key(number: string): string {
  return personKey(number).replaceAll(" ", "");
}
