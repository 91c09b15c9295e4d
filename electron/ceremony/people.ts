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
  if (name.ok) return name;
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
 * another part besides must be accepted. Gives the people with two parts, by name.
 */
export function checkParts(people: People, accepted: boolean): Result<readonly string[], PlanFailure> {
  const { administrator, witnesses, custodians } = people;
  const twice = samePerson([administrator, ...witnesses]) ?? samePerson(custodians);
  if (twice !== null) return fail(twice);
  const shared = sharedParts(people);
  const [person] = shared;
  return person === undefined || accepted ? ok(shared) : fail({ code: "plan.confirm-roles", person });
}

/** The custodians who lead or witness besides, by the name that they have as a custodian. */
export function sharedParts({ administrator, witnesses, custodians }: People): readonly string[] {
  const others = new Set([administrator, ...witnesses].map(nameKey));
  return custodians.filter((name) => others.has(nameKey(name)));
}

/** That two of these names are one person's, or null. */
function samePerson(names: readonly string[]): PlanFailure | null {
  const seen = new Map<string, string>();
  for (const name of names) {
    const first = seen.get(nameKey(name));
    if (first !== undefined) return { code: "plan.same-person", first, second: name };
    seen.set(nameKey(name), name);
  }
  return null;
}
