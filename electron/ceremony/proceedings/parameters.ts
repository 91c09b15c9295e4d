import { generationAloud } from "../../contract/beside-sentences";
import { inFours } from "../../contract/fours";
import type { FrozenPlan, PlanView } from "../../contract/plan";
import type { DestroyedSheet, Renews } from "../../contract/renewal";
import { parametersHash } from "../../record/parameters-hash";
import type { RecordHeader } from "../../record/recorder";
import type { Parameters } from "./pages";

/** The ceremony that a plan is for, as a record names it. */
export function kindOf({ renews }: Pick<PlanView, "renews">): RecordHeader["kind"] {
  if (renews === null) return "generate";
  return renews.kind === "recover-damaged" ? "recover" : renews.kind;
}

/** What stands in line 0 of a ceremony's record (FORMATS §4): all that people agreed to, and nothing secret. */
export function parametersOf(plan: PlanView, rehearsalHeld: boolean | null): Record<string, unknown> {
  const { vaultName, administrator, witnesses, custodians, threshold, bits, keystorePath } = plan;
  const { delivery, renews, sharedRoles, notes } = plan;
  return {
    ceremony: renews?.kind ?? "generate",
    vaultName,
    administrator,
    witnesses,
    custodians,
    threshold,
    keystore: keystorePath,
    ...(renews?.kind === "reshare" ? {} : { wrappingKeyBits: bits, delivery }),
    sharedRoles,
    notes,
    rehearsalHeld,
    ...(renews === null ? {} : renewalParameters(renews)),
  };
}

/** The plan as it stands from now on, with the hash of its parameters. */
export function freeze(plan: PlanView, rehearsalHeld: boolean | null): FrozenPlan {
  return { ...plan, rehearsalHeld, parametersHash: parametersHash(parametersOf(plan, rehearsalHeld)) };
}

function renewalParameters(renews: Renews): Record<string, unknown> {
  const { reason, authorisation, opener, idleMinutes } = renews;
  const why = { reason, authorisation, opener, idleMinutes };
  if (renews.kind === "recover-damaged") {
    const { refusal, sha256, becomes } = renews.damaged;
    return { ...why, vaultFingerprint: renews.fingerprint, damaged: refusal.code, sha256, becomes };
  }
  const { vaultFingerprint, generation, updatedAt, setId } = renews.keystore;
  const from = { vaultFingerprint, generation, updatedAt, shareSet: setId };
  return { ...why, ...from, destroyed: bySet(renews.destroyed) };
}

/** One entry a set, not one a sheet: a line of the record has a limit. */
function bySet(sheets: readonly DestroyedSheet[]): readonly unknown[] {
  const ids = [...new Set(sheets.map(({ setId }) => setId))];
  return ids.map((setId) => ({
    setId,
    indexes: sheets.filter((sheet) => sheet.setId === setId).map(({ index }) => index),
  }));
}

/** The parameters in words, for the script on paper. */
export function parametersInWords(plan: FrozenPlan): Parameters {
  const { vaultName, administrator, witnesses, custodians, threshold, bits, keystorePath } = plan;
  const { delivery, renews, sharedRoles, rehearsalHeld } = plan;
  const delivered = delivery.way === "file" ? `To the file ${delivery.path}` : "On a printed sheet";
  return [
    { what: "Vault", is: vaultName === "" ? "Named by the quorum" : vaultName },
    ...(renews === null ? [] : renewalInWords(renews)),
    { what: "Administrator", is: administrator },
    { what: "Witnesses", is: witnesses.join(", ") },
    ...(custodians.length === 0 ? [] : [{ what: "Custodians", is: numbered(custodians) }]),
    ...(threshold === 0 ? [] : [{ what: "Quorum", is: `Any ${threshold} of ${custodians.length}` }]),
    ...(sharedRoles.length === 0 ? [] : [{ what: "With two parts", is: sharedRoles.join(", ") }]),
    { what: "Keystore", is: keystorePath },
    ...(renews?.kind === "reshare" ? [] : [{ what: "Wrapping Key", is: `${bits} bit. ${delivered}` }]),
    ...(rehearsalHeld === null
      ? []
      : [{ what: "Rehearsal before", is: rehearsalHeld ? "One was held" : "None was held" }]),
  ];
}

function renewalInWords(renews: Renews): Parameters {
  const fingerprint =
    renews.kind === "recover-damaged" ? renews.fingerprint : renews.keystore.vaultFingerprint;
  return [
    { what: "Vault fingerprint", is: inFours(fingerprint) },
    { what: "Generation before", is: generationAloud(renews) },
    ...(renews.kind === "recover-damaged"
      ? [{ what: "Clean generation", is: String(renews.damaged.becomes) }]
      : []),
    { what: "Reason", is: renews.reason },
    { what: "Authorised by", is: renews.authorisation },
    {
      what: "Opened by",
      is: renews.opener === "quorum" ? "A quorum of custodians" : "The current Wrapping Key",
    },
  ];
}

function numbered(names: readonly string[]): string {
  return names.map((name, at) => `${at + 1} ${name}`).join(", ");
}
