import type { PlanFailure } from "../../contract/errors";
import { custodiansBefore, custodiansOf, type Draft, type PlanView } from "../../contract/plan";
import type { People } from "../../contract/proceedings";
import { sharesNeeded } from "../../contract/renewal";
import { fail, ok, type Result } from "../../contract/result";
import type { Place } from "../../files/try-place";
import { backupPath } from "../../keystore/file";
import { readName } from "../../keystore/names";
import { notePlaces } from "../note-places";
import { checkParts, personKey, readAdministrator, readPeople, readWitnesses, sharedParts } from "../people";

interface TypedPeople extends People {
  /** A custodian may lead or witness besides: an exception is recorded for it. */
  readonly sharedRolesAccepted: boolean;
}

/** A vault's name: 1..120 characters, no control characters (FORMATS §3). Gives the draft with the name in NFC. */
export function checkVaultName(draft: Draft, typed: string): Result<Draft> {
  const name = readVaultName(typed);
  return name.ok ? ok({ ...draft, vaultName: name.value }) : name;
}

/** A vault's name as it stands in a keystore. Fails with plan.vault-name, also where nothing of it can be seen. */
export function readVaultName(typed: string): Result<string> {
  const name = readName(typed);
  return name.ok && personKey(name.value) !== "" ? ok(name.value) : fail({ code: "plan.vault-name" });
}

/**
 * One administrator, at least one witness, 3..255 custodians, all different people; in a small team, where that was
 * accepted, a custodian may lead or witness besides. Where the sheets on paper stay good the custodians are those of the keystore. Gives the draft with the names in NFC, and a threshold that still fits.
 */
export function checkPeople(draft: Draft, typed: TypedPeople): Result<Draft> {
  const administrator = readAdministrator(typed.administrator);
  if (!administrator.ok) return administrator;
  const witnesses = readWitnesses(typed.witnesses);
  if (!witnesses.ok) return witnesses;
  const custodians = keepsCustodians(draft) ? ok(draft.custodians) : readCustodians(typed.custodians);
  if (!custodians.ok) return custodians;
  const named = {
    administrator: administrator.value,
    witnesses: witnesses.value,
    custodians: custodians.value,
  };
  const parts = checkParts(named, typed.sharedRolesAccepted, custodiansBefore(draft.renews));
  if (!parts.ok) return parts;
  return ok({
    ...draft,
    sharedRolesAccepted: parts.value.length > 0,
    administrator: administrator.value,
    witnesses: witnesses.value,
    custodians: custodians.value,
    threshold: Math.min(draft.threshold, custodians.value.length),
    allNeededAccepted: false,
  });
}

/** 2 ≤ threshold ≤ custodians; all of them needed only when that was accepted in so many words. */
export function checkQuorum(
  draft: Draft,
  typed: { readonly threshold: number; readonly allNeededAccepted: boolean },
): Result<Draft> {
  const custodians = draft.custodians.length;
  if (!Number.isInteger(typed.threshold) || typed.threshold < 2 || typed.threshold > custodians) {
    return fail({ code: "plan.threshold", threshold: typed.threshold, custodians });
  }
  const allNeeded = typed.threshold === custodians;
  if (allNeeded && !typed.allNeededAccepted) return fail({ code: "plan.confirm-all-needed" });
  return ok({ ...draft, threshold: typed.threshold, allNeededAccepted: allNeeded });
}

/**
 * Freezes the draft with places that were tried. `key` is null when the Wrapping Key goes on paper.
 * The same medium for both must have been accepted: whoever takes it has everything.
 */
export function freezePlan(
  draft: Draft,
  keystore: Place,
  key: Place | null,
  sharedMediumAccepted: boolean,
): Result<PlanView> {
  if (key !== null && [keystore.path, keptAs(draft)].includes(key.path))
    return fail({ code: "plan.same-path", path: key.path });
  const notes = notePlaces(keystore, key);
  if (notes.includes("same-medium") && !sharedMediumAccepted)
    return fail({ code: "plan.confirm-shared-medium" });
  return ok({
    ...draft,
    keystorePath: keystore.path,
    delivery: key === null ? { way: "sheet" } : { way: "file", path: key.path },
    notes,
    media: { keystore: keystore.medium, key: key?.medium ?? null },
    minutes: estimateMinutes(draft),
    sharedRoles: sharedParts({ ...draft, custodians: custodiansOf(draft) }),
  });
}

/** What a ceremony takes besides its shares, in minutes: the rows of the handbook's table, "minute by minute". */
const BEFORE_SHARES = 40;
const BEHIND_SHARES = 37;

/**
 * A guess to plan a room by, from the first screen to the last: the handbook's table, with two minutes for each share that
 * opens the keystore, or four where its 31 words are typed; and four for each new one (hand over, print, scan the code and
 * type three words, bag), or six where all words are typed.
 */
export function estimateMinutes({ renews, custodians }: Draft): PlanView["minutes"] {
  const entered = renews?.opener === "quorum" ? sharesNeeded(renews, []) : 0;
  const handedOver = renews === null || renews.kind === "reshare" ? custodians.length : 0;
  const others = BEFORE_SHARES + BEHIND_SHARES;
  return { scanned: others + entered * 2 + handedOver * 4, typed: others + entered * 4 + handedOver * 6 };
}

/** Whether a ceremony leaves the share set, and so its custodians, as they are. */
function keepsCustodians({ renews }: Draft): boolean {
  return renews !== null && renews.kind !== "reshare";
}

/** Where the keystore that a renewal replaces will be kept; null in a generation. */
export function keptAs({ renews, keystorePath }: Draft): string | null {
  if (renews?.kind === "recover-damaged") return renews.damaged.keptAs;
  return renews === null ? null : backupPath(keystorePath, renews.keystore.generation);
}

function readCustodians(typed: readonly string[]): Result<readonly string[], PlanFailure> {
  const count = typed.length;
  if (count < 3 || count > 255) return fail({ code: "plan.custodian-count", count });
  return readPeople("custodian", typed);
}
