import type { CommandName, Input } from "../../../electron/contract/commands";
import { type Finding, type PreflightItem, preflightItems } from "../../../electron/contract/preflight";
import type { NewBag, Signer } from "../../../electron/contract/proceedings";
import type { AppView } from "../../../electron/contract/views";

/** What the frame of a ceremony, or of a round of checks, needs of a room. */
interface Framed {
  readonly must: <N extends CommandName>(name: N, input: Input<N>) => Promise<unknown>;
  readonly view: () => AppView;
}

const compared: readonly string[] = ["clock", "app-hash"];

/** A workstation against which nothing speaks, as far as it can tell itself. */
export const soundWorkstation: readonly Finding[] = (Object.keys(preflightItems) as PreflightItem[]).map(
  (id) => ({
    id,
    what: preflightItems[id],
    found: `${preflightItems[id]} as it should be.`,
    verdict: compared.includes(id) ? "not-known" : "good",
  }),
);

/** The same, with these items red. */
export function withRed(...red: readonly PreflightItem[]): readonly Finding[] {
  return soundWorkstation.map((finding) =>
    red.includes(finding.id) ? { ...finding, found: "Not good.", verdict: "red" } : finding,
  );
}

/** A bag whose number two people agree on. */
export function bagged(number: string): NewBag {
  return { number, again: number };
}

/** From the script to the preflight, with everything compared and the same. */
export async function comeToPreflight({ must }: Framed): Promise<void> {
  await must("startCeremony", null);
  await must("firstHashWritten", null);
  await must("compareClock", { source: "Ruth’s wristwatch", same: true });
  await must("compareAppHash", { source: "the page in the safe", same: true });
}

/** From the script to the first act. */
export async function openRecord(held: Framed): Promise<void> {
  await comeToPreflight(held);
  await held.must("passPreflight", null);
}

/** Everybody who stands in the list signs off, and the record is sealed. Gives the last screen's facts. */
export async function signAndSeal(held: Framed) {
  for (const { name } of signersIn(held.view())) {
    await held.must("chooseSigner", { name });
    await held.must("signOff", { disagreement: null });
  }
  await held.must("sealRecord", null);
  const { page } = held.view();
  if (!("step" in page) || page.step !== "sealed") throw new Error(`At ${JSON.stringify(page)}, not sealed`);
  return page;
}

/** From the sign-off to the last screen. */
export async function closeRecord(held: Framed): Promise<void> {
  await signAndSeal(held);
  await held.must("headWritten", null);
}

function signersIn({ page }: AppView): readonly Signer[] {
  if (!("step" in page) || page.step !== "sign-off")
    throw new Error(`At ${JSON.stringify(page)}, not sign-off`);
  return page.signers;
}
