import { existsSync } from "node:fs";
import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { CommandName, Input } from "../../../electron/contract/commands";
import type { ProofSheet, ShareSheet, WrappingKeySheet } from "../../../electron/contract/sheets";
import { bagged } from "./held-frame";
import { type HeldRoom, ordered, people } from "./held-room";

/** A command of a ceremony, with what it depends on. */
export interface Deed {
  readonly name: CommandName;
  readonly input: (held: HeldRoom) => unknown;
}

export const custodians = ["Carla", "Chen", "Cosima"] as const;

function deed<N extends CommandName>(name: N, input: Input<N>): Deed {
  return { name, input: () => input };
}

/** A deed whose input depends on what was done before. */
function deedBy<N extends CommandName>(name: N, input: (held: HeldRoom) => Input<N>): Deed {
  return { name, input };
}

const last = <Sheet>({ printed }: HeldRoom) => printed.at(-1) as Sheet;

/** The plan of two of three with the Wrapping Key on paper, accepted. */
export const planned: readonly Deed[] = [
  deed("planVault", { vaultName: "Payments EU" }),
  deed("planPeople", { ...people, custodians }),
  deed("planQuorum", { threshold: 2, allNeededAccepted: false }),
  deed("planKey", { bits: 256 }),
  deedBy("planPlaces", ({ folder }) => ({
    keystorePath: join(folder, "keystore.json"),
    delivery: { way: "sheet" },
    sharedMediumAccepted: false,
  })),
  deed("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true }),
];

/** From the script to the first act, with the script on paper. */
export const begun: readonly Deed[] = [
  deed("choosePage", null),
  deed("printPage", ordered("paper")),
  deed("startCeremony", null),
  deed("firstHashWritten", null),
  deed("compareClock", { source: "Ruth’s wristwatch", same: true }),
  deed("compareAppHash", { source: "the page in the safe", same: true }),
  deed("passPreflight", null),
];

/** From the printer's proof to the second copy. */
export const acted: readonly Deed[] = [
  deed("printProof", ordered("paper")),
  deedBy("enterProof", (held) => ({ text: last<ProofSheet>(held).words.join(" ") })),
  deed("begin", null),
  ...custodians.flatMap((_, at) => [
    deed("chooseShare", { index: at + 1 }),
    deed("custodianReady", null),
    deed("printShare", ordered("paper")),
    deed("answerPrinted", { cameOut: true }),
    deedBy("enterWords", (held) => ({ position: 1, text: last<ShareSheet>(held).words.join(" ") })),
    deed("shareHandled", { bag: bagged(`N-${at + 1}`) }),
  ]),
  deed("deliver", { delivery: { way: "sheet" }, order: ordered("paper") }),
  deed("answerKeyPrinted", { cameOut: true }),
  deedBy("enterWrappingKey", (held) => ({
    text: last<WrappingKeySheet>(held)
      .lines.map(({ groups, check }) => [...groups, check].join(" "))
      .join("\n"),
  })),
  deed("keyBagged", { bag: bagged("K-1") }),
  deedBy("copyKeystore", ({ folder }) => ({ path: join(folder, "second.json") })),
];

/** From the sign-off to the last screen: one custodian disagrees, and two have left. */
export const closed: readonly Deed[] = [
  ...[people.administrator, ...people.witnesses].flatMap((name) => [
    deed("chooseSigner", { name }),
    deed("signOff", { disagreement: null }),
  ]),
  deed("chooseSigner", { name: "Chen" }),
  deed("signOff", { disagreement: "I was on the telephone during the second share." }),
  deed("sealRecord", null),
  deed("headWritten", null),
];

/** Every deed of a generation, behind its start. */
export const generation: readonly Deed[] = [...planned, ...begun, ...acted, ...closed];

/** Where in `generation` the first deed of this name stands. */
export function place(name: CommandName): number {
  return generation.findIndex((deed) => deed.name === name);
}

/** Gives a deed's command, which must be carried out. */
export async function carryOut(held: HeldRoom, { name, input }: Deed): Promise<void> {
  await held.must(name, input(held) as never);
}

/** Begins a generation and does its first `count` deeds. */
export async function generate(held: HeldRoom, count = generation.length, practice = false): Promise<void> {
  await held.must("startGenerate", { practice });
  for (const deed of generation.slice(0, count)) await carryOut(held, deed);
}

/** Makes the record unwritable: its file is not where it was. Gives what puts it back. */
export async function takeRecordAway(folder: string): Promise<() => Promise<void>> {
  const [name] = (await readdir(folder)).filter((one) => one.endsWith(".record.jsonl"));
  if (name === undefined) return async () => undefined;
  const away = join(folder, `${name}.away`);
  await rename(join(folder, name), away);
  return async () => {
    if (existsSync(away)) await rename(away, join(folder, name));
  };
}

/** The step that the room shows. */
export function stepOf({ view }: Pick<HeldRoom, "view">): string {
  const { page } = view();
  return "step" in page ? page.step : page.at;
}
