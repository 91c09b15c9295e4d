import type { PlanView } from "../../contract/plan";
import { fail, ok, type Result } from "../../contract/result";
import { removeFile } from "../../files/remove-file";
import { readKeystoreFile } from "../../keystore/file";
import type { Effects } from "../effects";
import { commitRenewal } from "../renewal/commit-renewal";
import { type Committed, locksLeft } from "./commit";
import type { Custody } from "./custody";

interface Bench {
  readonly custody: Custody;
  readonly effects: Pick<Effects, "unfinishedNote">;
}

/**
 * The commit of a renewal: puts the next generation in the keystore's place, keeps the old one beside it, and opens
 * the new one as its reader will. On success everything secret is wiped.
 */
export async function replaceKeystore(
  plan: PlanView,
  path: string,
  bench: Bench,
): Promise<Result<Committed>> {
  const { custody } = bench;
  const committed = await commitRenewal(custody.replaced, custody.keystore, (keystore) =>
    custody.openAgain(keystore, plan.delivery),
  );
  if (!committed.ok) {
    // What stands in the keystore's place may be the new one: then the new key is the one that opens it.
    if (committed.error.code === "file.not-put-back" && plan.delivery.way === "file")
      custody.disown(plan.delivery.path);
    return committed;
  }
  const told = locksLeft(await custody.settle());
  const other = committed.value;
  return ok({
    path,
    told: other === null ? told : [{ what: "other-write", path, keptAs: other.keptAs }, ...told],
  });
}

/**
 * Removes the keystore that was replaced, if the new one still stands in its place: what is removed is never the last one.
 * Fails with keystore.changed-meanwhile, or as readKeystoreFile does, and nothing is removed then.
 */
export async function removeOldKeystore(custody: Custody): Promise<Result<null>> {
  const { path, keptAs } = custody.replaced;
  const standing = await readKeystoreFile(path);
  if (!standing.ok) return standing;
  return standing.value.keystore.seal === custody.keystore.seal
    ? removeFile(keptAs)
    : fail({ code: "keystore.changed-meanwhile" });
}
