import type { Failure, Role } from "../../electron/contract/errors";

/**
 * Whether a refusal is about this name: by its place in its role's list (from 0), or because two people have it, or one has
 * two parts. Of two equal names both are wrong: only people know which.
 */
export function isWrongName(problem: Failure | null, role: Role, at: number, name: string): boolean {
  switch (problem?.code) {
    case "plan.same-person":
      return [problem.first, problem.second].some((one) => isSame(one, name));
    case "plan.confirm-roles":
      return isSame(problem.person, name);
    case "exception.roles":
      return problem.names.some((one) => isSame(one, name));
    case "plan.name-empty":
    case "plan.name-too-long":
    case "plan.name-characters":
      return problem.role === role && problem.position === at;
    default:
      return false;
  }
}

/** As the app compares names, but for letters that another script has too: what is marked was refused by main. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}
