import type { ProceedingsFailure } from "../../contract/errors";
import type { BagChange, NewBag } from "../../contract/proceedings";
import { fail, ok, type Result } from "../../contract/result";
import { personKey } from "../people";
import { readLine } from "./readable-line";

const LIMIT = 40;

/** The bags that were noted in this ceremony, each as it is now. */
export type Bags = readonly Bag[];

interface Bag {
  readonly number: string;
  /** The sheet that is sealed in it, under whatever name the ceremony tells its sheets apart; null once it was opened. */
  readonly holds: string | null;
}

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
  return find(used, number.value) !== undefined ? fail({ code: "bag.used" }) : number;
}

/**
 * A sheet was fetched from one bag and goes into another. Fails as readNewBag does; nothing goes back into an opened bag. The
 * bag that it was sealed in during this ceremony may be opened, once, and no bag that holds another sheet.
 */
export function readBagChange(
  change: BagChange,
  used: Bags,
  sheet: string,
): Result<Bagged, ProceedingsFailure> {
  const opened = change.opened === null ? ok(null) : readNumber(change.opened);
  if (!opened.ok) return opened;
  const known = opened.value === null ? undefined : find(used, opened.value);
  if (known !== undefined && known.holds !== sheet) return fail({ code: "bag.used" });
  const sealed = readNewBag(change.sealed, withBags(used, sheet, { opened: opened.value, sealed: null }));
  return sealed.ok ? ok({ opened: opened.value, sealed: sealed.value }) : sealed;
}

/** The bags after a sheet went from one into another. */
export function withBags(used: Bags, sheet: string, { opened, sealed }: Bagged): Bags {
  const others = used.filter(({ number }) => opened === null || key(number) !== key(opened));
  return [
    ...others,
    ...(opened === null ? [] : [{ number: opened, holds: null }]),
    ...(sealed === null ? [] : [{ number: sealed, holds: sheet }]),
  ];
}

function readNumber(typed: string): Result<string, ProceedingsFailure> {
  const wrong = { code: "bag.number", limit: LIMIT } as const;
  const number = readLine(typed, LIMIT, wrong);
  return number.ok && key(number.value) === "" ? fail(wrong) : number;
}

function find(used: Bags, number: string): Bag | undefined {
  return used.find((bag) => key(bag.number) === key(number));
}

/** What one person reads aloud and another types is one number in whatever case, and whatever in it cannot be seen. */
function key(number: string): string {
  return personKey(number).replaceAll(" ", "");
}
