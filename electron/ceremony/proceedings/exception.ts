import type { ProceedingsFailure } from "../../contract/errors";
import type { Exception, People } from "../../contract/proceedings";
import { fail, ok, type Result } from "../../contract/result";
import { personKey } from "../people";
import { readOffered } from "./readable-line";

/** The longest text of each member, in characters (code points). */
const LIMIT = 500;

/**
 * An exception as people typed it, or as the app found it, made fit for the record; the room has searched what was typed for
 * secrets. Somebody of the ceremony decided, and a witness who is
 * another person saw it. Fails at the first member that does not fit.
 */
export function readException(
  typed: Exception,
  people: Pick<People, "administrator" | "witnesses" | "custodians">,
): Result<Exception, ProceedingsFailure> {
  const expected = readMember("expected", typed.expected);
  if (!expected.ok) return expected;
  const happened = readMember("happened", typed.happened);
  if (!happened.ok) return happened;
  const decided = readMember("decided", typed.decided);
  if (!decided.ok) return decided;
  const { about, decidedBy, witnessedBy } = typed;
  const { administrator, witnesses, custodians } = people;
  if (![administrator, ...witnesses, ...custodians].includes(decidedBy)) {
    return fail({ code: "exception.person", member: "decidedBy" });
  }
  if (!witnesses.includes(witnessedBy)) return fail({ code: "exception.person", member: "witnessedBy" });
  if (personKey(decidedBy) === personKey(witnessedBy)) return fail({ code: "exception.same-person" });
  return ok({
    about,
    expected: expected.value,
    happened: happened.value,
    decided: decided.value,
    decidedBy,
    witnessedBy,
  });
}

function readMember(
  member: "expected" | "happened" | "decided",
  text: string,
): Result<string, ProceedingsFailure> {
  return readOffered(text, LIMIT, { code: "exception.text", member, limit: LIMIT });
}
