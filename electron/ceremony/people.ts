import type { PlanFailure, Role } from "../contract/errors";
import type { People } from "../contract/proceedings";
import { fail, ok, type Result } from "../contract/result";
import { nameKey, readName } from "../keystore/names";

/** Names of people in one role, each as readName gives it. */
export function readPeople(role: Role, typed: readonly string[]): Result<readonly string[], PlanFailure> {
  const names: string[] = [];
  for (const [position, text] of typed.entries()) {
    const name = readPerson(role, text, position);
    if (!name.ok) return name;
    names.push(name.value);
  }
  return ok(names);
}

/** The administrator's name. */
export function readAdministrator(typed: string): Result<string, PlanFailure> {
  return readPerson("administrator", typed, 0);
}

/** The witnesses' names: at least one. */
export function readWitnesses(typed: readonly string[]): Result<readonly string[], PlanFailure> {
  return typed.length === 0 ? fail({ code: "plan.too-few-witnesses" }) : readPeople("witness", typed);
}

function readPerson(role: Role, typed: string, position: number): Result<string, PlanFailure> {
  const name = readName(typed);
  if (name.ok) return personKey(name.value) === "" ? fail({ code: "plan.name-empty", role, position }) : name;
  switch (name.error.code) {
    case "name.empty":
      return fail({ code: "plan.name-empty", role, position });
    case "name.too-long":
      return fail({ code: "plan.name-too-long", role, position, limit: name.error.limit });
    case "name.characters":
      return fail({ code: "plan.name-characters", role, position });
  }
}

/**
 * That each person has one part. Nobody watches themselves, and nobody holds two shares of a set; a custodian who has
 * another part besides must be accepted. `before`: who holds a share of the set that is retired. Gives the people with
 * two parts, by name.
 */
export function checkParts(
  people: People,
  accepted: boolean,
  before: readonly string[] = [],
): Result<readonly string[], PlanFailure> {
  const { administrator, witnesses, custodians } = people;
  const twice = samePerson([administrator, ...witnesses]) ?? samePerson(custodians);
  if (twice !== null) return fail(twice);
  const shared = sharedParts({ ...people, custodians: [...custodians, ...before] });
  const [person] = shared;
  return person === undefined || accepted ? ok(shared) : fail({ code: "plan.confirm-roles", person });
}

/** The custodians who lead or witness besides, each once, by the first name that they have as a custodian. */
export function sharedParts({ administrator, witnesses, custodians }: People): readonly string[] {
  const others = new Set([administrator, ...witnesses].map(personKey));
  const shared = new Map<string, string>();
  for (const name of custodians) {
    const key = personKey(name);
    if (others.has(key) && !shared.has(key)) shared.set(key, name);
  }
  return [...shared.values()];
}

/**
 * Two names with equal keys are one person in a ceremony: as in a keystore, and whatever in them cannot be seen. What
 * looks like another letter, as in another script, people tell themselves.
 */
export function personKey(name: string): string {
  return nameKey(name.replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
}

/** That two of these names are one person's, or null. */
function samePerson(names: readonly string[]): PlanFailure | null {
  const seen = new Map<string, string>();
  for (const name of names) {
    const first = seen.get(personKey(name));
    if (first !== undefined) return { code: "plan.same-person", first, second: name };
    seen.set(personKey(name), name);
  }
  return null;
}
