import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Effects } from "../../../electron/ceremony/effects";
import { openRoom } from "../../../electron/ceremony/open-room";
import type { Room } from "../../../electron/ceremony/room";
import type { CeremonyView } from "../../../electron/contract/ceremony-views";
import type { CommandName, Input, Output, PrintOrder } from "../../../electron/contract/commands";
import { fail, ok, type Result } from "../../../electron/contract/result";
import type { Sheet } from "../../../electron/contract/sheets";
import type { AppView } from "../../../electron/contract/views";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { bagged, openRecord, soundWorkstation } from "./held-frame";

/** A ceremony room in plain Node: real files in a folder of its own, and a printer whose paper lies in `printed`. */
export interface HeldRoom {
  readonly room: Room;
  readonly folder: string;
  readonly printed: Sheet[];
  readonly views: AppView[];
  /** Gives a command as the screen would, with the stamp of the newest view. */
  readonly send: <N extends CommandName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Gives a command that must be carried out. */
  readonly must: <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** The newest view, which must be of step `step`. */
  readonly at: <S extends CeremonyView["step"]>(step: S) => Extract<CeremonyView, { step: S }>;
  readonly view: () => AppView;
}

export const people = {
  administrator: "Ada Admin",
  witnesses: ["Wim Witness"],
  custodians: ["Carla", "Chen", "Cosima", "Cyrus", "Çelik"],
  sharedRolesAccepted: false,
};

/** Opens a room; `change` replaces single effects. */
export async function holdRoom(change: Partial<Effects> = {}): Promise<HeldRoom> {
  const folder = await mkdtemp(join(tmpdir(), "key-ceremony-room-"));
  const printed: Sheet[] = [];
  const room = await openRoom({
    now: () => new Date("2026-11-23T22:00:00.000Z"),
    random: SecretBytes.random,
    uuid: randomUUID,
    pickPath: async () => null,
    printing: {
      list: async () => ({
        found: [{ id: "paper", name: "Paper", kind: "queue", reach: "local" }],
        silent: false,
      }),
      print: async (sheet) => {
        printed.push(sheet);
        return ok({ job: "gone", files: "not-kept" });
      },
      toPdf: async (sheet) => {
        printed.push(sheet);
        return ok(Buffer.from("%PDF-"));
      },
    },
    searchShare: async () => fail({ code: "share.checksum" }),
    paper: "a4",
    unfinishedNote: join(folder, "unfinished.json"),
    preflight: async () => soundWorkstation,
    workstation: { appVersion: "0.0.0", electron: "45.0.0", oldRuntime: false, sandboxed: true },
    ...change,
  });
  const views: AppView[] = [];
  room.onView((view) => views.push(view));
  const first = await room.answer("getView", { ceremonyId: null, revision: 0 }, null);
  if (!first.ok) throw new Error("A room always shows its view.");
  views.push(first.value);
  const view = () => views.at(-1) as AppView;
  const send = <N extends CommandName>(name: N, input: Input<N>) =>
    room.answer(name, { ceremonyId: view().ceremonyId, revision: view().revision }, input);
  return {
    room,
    folder,
    printed,
    views,
    send,
    view,
    must: async (name, input) => {
      const result = await send(name, input);
      if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    at: (step) => {
      const { page } = view();
      if (page.at !== "ceremony" || page.step !== step)
        throw new Error(`At ${JSON.stringify(page)}, not ${step}`);
      return page as never;
    },
  };
}

/** An order of a sheet on A4. */
export function ordered(printer: string, reachAccepted = false): PrintOrder {
  return { printer, paper: "a4", reachAccepted };
}

/** Plans three of five with files in `folder`, and begins without a printer's proof. */
export async function planAndBegin(
  held: HeldRoom,
  practice = false,
  folder = held.folder,
  keyFolder = folder,
): Promise<void> {
  await plan(held, practice, folder, keyFolder);
  await begin(held);
}

/** Accepts the plan that stands for review, opens the record, and begins without a printer's proof. */
export async function begin(held: HeldRoom): Promise<void> {
  await acceptAndOpen(held);
  held.at("proof");
  await held.must("skipProof", null);
}

/** Accepts the plan that stands for review, and opens the record. */
export async function acceptAndOpen(held: HeldRoom): Promise<void> {
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
  held.at("script");
  await openRecord(held);
}

/** Plans three of five with files in `folder`, up to the review; the Wrapping Key's goes into `keyFolder`. */
export async function plan(
  held: HeldRoom,
  practice = false,
  folder = held.folder,
  keyFolder = folder,
): Promise<void> {
  await held.must("startGenerate", { practice });
  await held.must("planVault", { vaultName: "Payments EU" });
  await held.must("planPeople", people);
  await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
  await held.must("planKey", { bits: 256 });
  await held.must("planPlaces", {
    keystorePath: join(folder, "keystore.json"),
    delivery: { way: "file", path: join(keyFolder, "wrapping-key.txt") },
    sharedMediumAccepted: true,
  });
  held.at("review");
}

/** Hands share `index` over, prints it and reads it back from the paper. */
export async function handOver(held: HeldRoom, index: number): Promise<void> {
  await printShare(held, index);
  const sheet = held.printed.at(-1);
  if (sheet?.kind !== "share") throw new Error("No share sheet was printed.");
  await held.must("enterWords", { position: 1, text: sheet.words.join(" ") });
  held.at("verified");
  await held.must("shareHandled", { bag: bagged(`N-${index}`) });
}

/** Hands share `index` over and prints it, up to its read-back. */
export async function printShare(held: HeldRoom, index: number): Promise<void> {
  await held.must("chooseShare", { index });
  await held.must("custodianReady", null);
  await held.must("printShare", ordered(held.at("sheet").printers.found[0]?.id ?? ""));
  await held.must("answerPrinted", { cameOut: true });
  held.at("read-back");
}
