import type { TypedNames } from "../../contract/ceremony-views";
import { copyInstead, type ProvenByQuorum } from "../../contract/damaged-facts";
import type { Draft, FrozenPlan } from "../../contract/plan";
import type { RenewsDamaged } from "../../contract/renewal";
import { fail, ok, type Result } from "../../contract/result";
import type { Paper } from "../../contract/sheets";
import { readTypedHex } from "../../contract/typed-hex";
import { checkParts, readPeople } from "../people";
import { readVaultName } from "./plan";
import { IDLE_MINUTES } from "./renewal-plan";
import type { Planning } from "./state";

/**
 * The first state of a recovery from a damaged keystore. What the file says of names and threshold is no part of the
 * plan: the shares and the quorum will say it. `fingerprint`: as far as it was typed.
 */
export function firstRecoverDamaged(
  { damaged, copies, fingerprint }: Pick<RenewsDamaged, "damaged" | "copies" | "fingerprint">,
  paper: Paper,
): Planning {
  return {
    step: "reason",
    problem: null,
    trying: false,
    setup: { printer: null, paper, agreed: [] },
    draft: {
      practice: damaged.practice,
      vaultName: "",
      administrator: "",
      witnesses: [""],
      custodians: [],
      sharedRolesAccepted: false,
      threshold: 0,
      allNeededAccepted: false,
      // What the file says of the size is proven by nothing: people choose it.
      bits: 256,
      keystorePath: damaged.path,
      delivery: { way: "file", path: "" },
      renews: {
        kind: "recover-damaged",
        damaged,
        copies,
        fingerprint,
        reason: "",
        authorisation: "",
        opener: "quorum",
        idleMinutes: IDLE_MINUTES,
      },
    },
  };
}

/**
 * A vault fingerprint as people copy it from a sheet (`readTypedHex`). Gives the draft with 32 hex.
 * Fails with plan.fingerprint, and with keystore.sound-copy where by it a copy of the vault lies beside that the same
 * sheets open.
 */
export function checkFingerprint(draft: Draft, typed: string): Result<Draft> {
  const { digits, odd } = readTypedHex(typed);
  const { length } = [...digits];
  if (odd !== null || length !== 32) return fail({ code: "plan.fingerprint", length, odd });
  const { renews } = draft;
  const copy = renews?.kind === "recover-damaged" ? copyInstead(renews.copies, digits) : null;
  return copy === null
    ? ok(withFingerprint(draft, digits))
    : fail({ code: "keystore.sound-copy", generation: copy.generation, path: copy.path });
}

/** The draft with the fingerprint as it was typed. */
export function withFingerprint(draft: Draft, fingerprint: string): Draft {
  const { renews } = draft;
  if (renews?.kind !== "recover-damaged") throw new Error("Only a damaged keystore asks for a fingerprint.");
  return { ...draft, renews: { ...renews, fingerprint } };
}

/**
 * What a quorum confirms: the vault's name, and a custodian for each proven share, all different people. Whoever leads or
 * watches besides must be `excepted` in production: an exception about it was recorded. Gives the plan with the names
 * in NFC, the quorum's threshold.
 */
export function checkNames(
  plan: FrozenPlan,
  quorum: ProvenByQuorum,
  typed: TypedNames,
  excepted: boolean,
): Result<FrozenPlan> {
  const { administrator, witnesses } = plan;
  if (plan.renews?.kind !== "recover-damaged")
    throw new Error("Only a damaged keystore leaves names to confirm.");
  if (typed.custodians.length !== quorum.shares.length) return fail({ code: "ceremony.not-now" });
  const vaultName = readVaultName(typed.vaultName);
  if (!vaultName.ok) return vaultName;
  const custodians = readPeople("custodian", typed.custodians);
  if (!custodians.ok) return custodians;
  // Whoever holds a share holds it: that they have another part besides is an exception.
  const parts = checkParts({ administrator, witnesses, custodians: custodians.value }, true);
  if (!parts.ok) return parts;
  if (parts.value.length > 0 && !excepted && !plan.practice) {
    return fail({ code: "exception.roles", names: parts.value });
  }
  return ok({
    ...plan,
    sharedRoles: parts.value,
    vaultName: vaultName.value,
    custodians: custodians.value,
    threshold: quorum.threshold,
  });
}
