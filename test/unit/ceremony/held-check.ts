import type { CheckView } from "../../../electron/contract/check-views";
import { openRecord } from "./held-frame";
import { type HeldRoom, holdRoom } from "./held-room";
import { type HeldVault, makeVaultFile } from "./held-vault";

/** Who takes part in a round of checks besides the custodians. */
export const whoChecks = {
  administrator: "Ada Admin",
  witnesses: ["Wim Witness"],
  sharedRolesAccepted: false,
  runtimeAccepted: false,
  rehearsalHeld: false,
};

/** A round over a new vault of two of three, at its first question. */
export async function startRound(
  change: Parameters<typeof holdRoom>[0] = {},
  practice = false,
): Promise<[HeldRoom, HeldVault]> {
  const held = await holdRoom(change);
  const vault = await makeVaultFile(held.folder, practice);
  await held.must("openKeystore", { path: vault.path });
  await held.must("startCheck", null);
  return [held, vault];
}

/** The same, up to its first sheet. */
export async function openRound(change: Parameters<typeof holdRoom>[0] = {}): Promise<[HeldRoom, HeldVault]> {
  const [held, vault] = await startRound(change);
  await held.must("planCheck", whoChecks);
  await openRecord(held);
  return [held, vault];
}

/** The newest view, which must be of step `step` of a round. */
export function page<S extends CheckView["step"]>(held: HeldRoom, step: S): Extract<CheckView, { step: S }> {
  const { page } = held.view();
  if (page.at !== "check" || page.step !== step) throw new Error(`At ${JSON.stringify(page)}, not ${step}`);
  return page as never;
}
