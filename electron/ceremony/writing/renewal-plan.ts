import type { KeystoreFacts } from "../../contract/keystore-facts";
import type { Draft } from "../../contract/plan";
import type { DestroyedSheet, RenewsSound } from "../../contract/renewal";
import { ok, type Result } from "../../contract/result";
import type { Paper } from "../../contract/sheets";
import { nameOf } from "../../keystore/destroyed";
import { readReason } from "../proceedings/readable-line";
import type { Planning } from "./state";

/** What is proposed for an unattended quorum. */
export const IDLE_MINUTES = 15;

/** The first state of a renewal: what the keystore says, what lies beside it, and nothing decided yet. */
export function firstRenewal(
  { kind, keystore, beside }: Pick<RenewsSound, "kind" | "keystore" | "beside">,
  paper: Paper,
): Planning {
  return {
    step: "reason",
    problem: null,
    trying: false,
    setup: { printer: null, paper, agreed: [] },
    draft: {
      practice: keystore.practice,
      vaultName: keystore.vaultName,
      administrator: "",
      witnesses: [""],
      custodians: keystore.custodians.map(({ name }) => name),
      sharedRolesAccepted: false,
      threshold: keystore.threshold,
      allNeededAccepted: false,
      bits: keystore.wrappingKeyBits,
      keystorePath: keystore.path,
      // A reshare delivers no Wrapping Key: the one that opens the keystore still does.
      delivery: kind === "reshare" ? { way: "sheet" } : { way: "file", path: "" },
      renews: {
        kind,
        keystore,
        beside,
        reason: "",
        authorisation: "",
        opener: kind === "rotate" ? "wrapping-key" : "quorum",
        destroyed: [],
        idleMinutes: IDLE_MINUTES,
      },
    },
  };
}

/** What people decide of a renewal before anything else. */
type Typed = Omit<RenewsSound, "kind" | "keystore" | "beside">;

/**
 * Reason and authorisation are told in a line each; only a rotate may be opened by the Wrapping Key; only sheets that
 * the keystore lists as retired, and not as destroyed, can be noted as destroyed, each once and in the keystore's order.
 */
export function checkReason(draft: Draft, typed: Typed): Result<Draft> {
  const { renews } = draft;
  if (renews === null) throw new Error("A generation has no reason.");
  const reason = readReason(typed.reason, "reason");
  if (!reason.ok) return reason;
  const authorisation = readReason(typed.authorisation, "authorisation");
  if (!authorisation.ok) return authorisation;
  const why = {
    reason: reason.value,
    authorisation: authorisation.value,
    idleMinutes: typed.idleMinutes,
  };
  if (renews.kind === "recover-damaged") return ok({ ...draft, renews: { ...renews, ...why } });
  const opener = renews.kind === "rotate" ? typed.opener : "quorum";
  const named = new Set(typed.destroyed.map(nameOf));
  const destroyed = atLarge(renews.keystore).filter((sheet) => named.has(nameOf(sheet)));
  return ok({ ...draft, renews: { ...renews, ...why, opener, destroyed } });
}

/** The sheets of retired sets whose destruction nobody has noted. */
function atLarge({ retiredSets }: KeystoreFacts): readonly DestroyedSheet[] {
  return retiredSets.flatMap(({ id, sheets }) =>
    sheets.filter(({ destroyedAt }) => destroyedAt === null).map(({ index }) => ({ setId: id, index })),
  );
}
