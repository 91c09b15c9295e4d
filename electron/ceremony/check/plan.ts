import { dated } from "../../contract/beside-sentences";
import type { CheckPlan } from "../../contract/check-views";
import type { Input } from "../../contract/commands";
import { inFours } from "../../contract/fours";
import { fail, ok, type Result } from "../../contract/result";
import type { Keystore } from "../../keystore/document";
import { fingerprintOf } from "../../keystore/facts";
import { parametersHash } from "../../record/parameters-hash";
import { checkParts, readAdministrator, readWitnesses } from "../people";
import type { Parameters } from "../proceedings/pages";

/**
 * Who takes part in a round of checks besides the keystore's custodians, and what is agreed on before it. Gives the frozen
 * plan. Fails with a PlanFailure.
 */
export function planCheck(
  keystore: Keystore,
  runtimeSound: boolean,
  typed: Input<"planCheck">,
): Result<CheckPlan> {
  const { practice, shareSet } = keystore;
  const administrator = readAdministrator(typed.administrator);
  if (!administrator.ok) return administrator;
  const witnesses = readWitnesses(typed.witnesses);
  if (!witnesses.ok) return witnesses;
  const custodians = shareSet.shares.map(({ custodian }) => custodian);
  const people = { administrator: administrator.value, witnesses: witnesses.value, custodians };
  const parts = checkParts(people, typed.sharedRolesAccepted);
  if (!parts.ok) return parts;
  if (!practice && !runtimeSound && !typed.runtimeAccepted) return fail({ code: "plan.confirm-runtime" });
  if (!practice && typed.rehearsalHeld === null) return fail({ code: "plan.say-rehearsal" });
  const plan = {
    practice,
    administrator: people.administrator,
    witnesses: people.witnesses,
    sharedRoles: parts.value,
    rehearsalHeld: practice ? null : typed.rehearsalHeld,
  };
  return ok({ ...plan, parametersHash: parametersHash(checkParameters(keystore, plan)) });
}

/** What stands in line 0 of the round's record (FORMATS §4). */
export function checkParameters(
  keystore: Keystore,
  { administrator, witnesses, sharedRoles, rehearsalHeld }: Omit<CheckPlan, "parametersHash">,
): Record<string, unknown> {
  const { vault, shareSet, generation, updatedAt } = keystore;
  return {
    ceremony: "check",
    vaultName: vault.name,
    vaultFingerprint: fingerprintOf(keystore),
    generation,
    updatedAt,
    shareSet: shareSet.id,
    threshold: shareSet.threshold,
    administrator,
    witnesses,
    custodians: shareSet.shares.map(({ custodian }) => custodian),
    sharedRoles,
    rehearsalHeld,
  };
}

/** The parameters in words, for the script on paper. */
export function checkParametersInWords(keystore: Keystore, plan: CheckPlan): Parameters {
  const { vault, shareSet } = keystore;
  const { administrator, witnesses, sharedRoles, rehearsalHeld } = plan;
  return [
    { what: "Vault", is: vault.name },
    { what: "Vault fingerprint", is: inFours(fingerprintOf(keystore)) },
    { what: "Generation", is: dated(keystore) },
    {
      what: "Share set",
      is: `${inFours(shareSet.id)}, any ${shareSet.threshold} of ${shareSet.shares.length}`,
    },
    { what: "Administrator", is: administrator },
    { what: "Witnesses", is: witnesses.join(", ") },
    ...(sharedRoles.length === 0 ? [] : [{ what: "With two parts", is: sharedRoles.join(", ") }]),
    ...(rehearsalHeld === null
      ? []
      : [{ what: "Rehearsal before", is: rehearsalHeld ? "One was held" : "None was held" }]),
  ];
}
