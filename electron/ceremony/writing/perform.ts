import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { MakingStage } from "../../contract/ceremony-views";
import type { OfferedRepair } from "../../contract/entry-views";
import type { Failure } from "../../contract/errors";
import type { Draft, FrozenPlan, PlanView } from "../../contract/plan";
import type { Printer, PrintTraces } from "../../contract/printers";
import { noPrinters } from "../../contract/printers";
import type { Signer } from "../../contract/proceedings";
import { assertNever, fail, ok, type Result } from "../../contract/result";
import type { Paper, Sheet } from "../../contract/sheets";
import { ceremonyTitles } from "../../contract/titles";
import { hex, sha256 as sha256Of } from "../../crypto/hash";
import { removeFile } from "../../files/remove-file";
import { type Place, type TakenPlace, tryBeside, tryPlace } from "../../files/try-place";
import { serializeKeystore } from "../../keystore/serialize";
import type { RecordHeader } from "../../record/recorder";
import type { Effects } from "../effects";
import { namesBeside, tryTogether } from "../names-beside";
import { type PageFacts, recordSheet, scriptSheet } from "../proceedings/pages";
import { kindOf, parametersInWords, parametersOf } from "../proceedings/parameters";
import { type FrameBench, failedFrame, performFrame } from "../proceedings/perform-frame";
import { listPrinters, printSheet } from "../proceedings/print-page";
import type { Proceedings } from "../proceedings/proceedings";
import { scriptOf } from "../proceedings/script";
import { type Committed, claimPlace, copyKeystore, deliverToFile, writeKeystore } from "./commit";
import type { Custody } from "./custody";
import type { CeremonyEvent, Written } from "./events";
import { fingerprintsOf, makeVault } from "./make";
import { freezePlan, keptAs } from "./plan";
import { makeProof } from "./printer-proof";
import { renewDamagedVault } from "./renew-damaged-vault";
import { renewVault } from "./renew-vault";
import { removeOldKeystore, replaceKeystore } from "./replace-keystore";
import { blankShareSheet, proofSheet, shareSheet, wrappingKeySheet } from "./sheets";
import type { Task } from "./step";

/** What a task works with. */
export interface Workbench {
  readonly ceremonyId: string;
  readonly custody: Custody;
  readonly effects: Effects;
  /** Ends the waiting for a printer. */
  readonly stop: AbortSignal;
  /** Where the record is or will be. */
  readonly recordPath: string;
  readonly proceedings: Proceedings;
  /** Who signs the record. */
  readonly signers: readonly Signer[];
  /** Shows how far (0..1) a search for damaged words is. */
  readonly onSearch: (done: number) => void;
  /** Shows a stage of the making before it starts. */
  readonly onStage: (stage: MakingStage) => Promise<void>;
}

/** Does one task and gives the event that it ends with. Failures are in the event; an exception is a bug. */
export async function perform(task: Task, bench: Workbench): Promise<CeremonyEvent> {
  const { custody, effects } = bench;
  const printed = { now: effects.now(), appVersion: effects.workstation.appVersion };
  switch (task.do) {
    case "try-places":
      return { type: "places-tried", result: await tryPlaces(task, effects.unfinishedNote) };
    case "frame":
      return { type: "frame", event: await performFrame(task.task, frameBench(task.task.plan, bench)) };
    case "open-damaged":
      return { type: "proven-by-quorum", result: await custody.damaged.prove(task.fingerprint) };
    case "make":
      return { type: "made", result: await make(task.plan, bench) };
    case "list-printers":
      return { type: "printers", printers: await listPrinters(task.plan.practice, effects) };
    case "print-proof": {
      const { plan, paper, printer } = task;
      const proof = makeProof();
      custody.holdProof(proof);
      const sheet = proofSheet(plan, paper, printer.name, proof, printed);
      return { type: "print-ended", result: await print(sheet, printer, plan, "proof.pdf", bench) };
    }
    case "print-share": {
      const sheet = shareSheet(task.run, task.index, custody.share(task.index), printed);
      const file = `share-${task.index}.pdf`;
      return { type: "print-ended", result: await print(sheet, task.printer, task.run.plan, file, bench) };
    }
    case "print-blank": {
      const sheet = blankShareSheet(task.run, task.index, printed);
      const file = `share-${task.index}-empty.pdf`;
      return { type: "print-ended", result: await print(sheet, task.printer, task.run.plan, file, bench) };
    }
    case "print-key": {
      const { run, printer } = task;
      const sheet = wrappingKeySheet(run, custody.wrappingKey, printed);
      custody.paper.key = true;
      // The plan may have named a file: the next start must not look for one.
      const claimed = await claimPlace(run.plan.keystorePath, null, bench);
      const result = claimed.ok ? await print(sheet, printer, run.plan, "wrapping-key.pdf", bench) : claimed;
      return { type: "delivered", result };
    }
    case "deliver-file":
      return { type: "delivered", result: await deliverToFile(task.plan, task.path, bench) };
    case "search":
      return { type: "at-desk", event: { type: "searched", result: await search(bench) } };
    case "write": {
      const write = task.plan.renews === null ? writeKeystore : replaceKeystore;
      const written = await write(task.plan, task.path, bench);
      return {
        type: "written",
        result: written.ok ? ok(asWritten(written.value, task.plan, custody)) : written,
      };
    }
    case "remove-old":
      return { type: "old-removed", result: await removeOldKeystore(custody) };
    case "copy-keystore":
      return { type: "keystore-copied", result: await copyKeystore(task.plan, task.path, custody.keystore) };
    case "clear":
      return { type: "cleared", remaining: await custody.clear() };
    default:
      return assertNever(task);
  }
}

/** The event of a task that met a bug: the ceremony stays where it can go on. */
export function failed(task: Task, failure: Failure): CeremonyEvent {
  const result = fail(failure);
  switch (task.do) {
    case "try-places":
      return { type: "places-tried", result };
    case "frame":
      return { type: "frame", event: failedFrame(task.task, failure) };
    case "open-damaged":
      return { type: "proven-by-quorum", result };
    case "make":
      return { type: "made", result };
    case "list-printers":
      return { type: "printers", printers: noPrinters };
    case "print-proof":
    case "print-share":
    case "print-blank":
      return { type: "print-ended", result };
    case "print-key":
    case "deliver-file":
      return { type: "delivered", result };
    case "search":
      return { type: "at-desk", event: { type: "searched", result } };
    case "write":
      return { type: "written", result };
    case "remove-old":
      return { type: "old-removed", result };
    case "copy-keystore":
      return { type: "keystore-copied", result };
    case "clear":
      return { type: "cleared", remaining: [] };
    default:
      return assertNever(task);
  }
}

async function search({ custody, effects, onSearch }: Workbench): Promise<Result<readonly OfferedRepair[]>> {
  const { desk } = custody.shares;
  return desk === null
    ? fail({ code: "share.search-cancelled" })
    : desk.search(effects.searchShare, onSearch);
}

async function tryPlaces(
  { draft, sharedMediumAccepted }: Extract<Task, { do: "try-places" }>,
  unfinishedNote: string,
): Promise<Result<PlanView>> {
  const keystore = await tryKeystorePlace(draft);
  if (!keystore.ok) return keystore;
  const key = draft.delivery.way === "sheet" ? ok(null) : await tryPlace(draft.delivery.path);
  if (!key.ok) return key;
  const own = [await resolved(unfinishedNote), `${keystore.value.path}.lock`];
  const taken = [keystore.value, key.value].find((place) => place !== null && own.includes(place.path));
  if (taken) return fail({ code: "plan.own-place", path: taken.path });
  const together = await tryTogether(keystore.value.path, keptAs(draft), key.value);
  if (!together.ok) return together;
  return freezePlan(draft, keystore.value, key.value, sharedMediumAccepted);
}

/** The path as `tryPlace` gives it. */
async function resolved(path: string): Promise<string> {
  const folder = dirname(path);
  return join(await realpath(folder).catch(() => folder), basename(path));
}

/** A generation writes a new file. A renewal replaces one. */
function tryKeystorePlace(draft: Draft): Promise<Result<Place | TakenPlace>> {
  const { keystorePath, renews } = draft;
  const trial = { beside: namesBeside(keystorePath, keptAs(draft)) };
  return renews === null ? tryPlace(keystorePath, trial) : tryBeside(keystorePath, trial);
}

async function make(plan: FrozenPlan, bench: Workbench) {
  const { custody } = bench;
  const { delivery, keystorePath, renews } = plan;
  custody.paper.shares = renews === null || renews.kind === "reshare";
  const claimed = await claimPlace(
    keystorePath,
    delivery.way === "file" ? { path: delivery.path, kid: null } : null,
    bench,
  );
  const made = claimed.ok ? await makeOrRenew(plan, bench) : claimed;
  if (!made.ok) {
    await custody.clear();
    return made;
  }
  custody.hold(made.value);
  return ok(fingerprintsOf(made.value.keystore));
}

function makeOrRenew(plan: FrozenPlan, { ceremonyId, proceedings, custody, effects, onStage }: Workbench) {
  const { vaultId, recordKey } = proceedings;
  const recorded = { ceremonyId, vaultId, recordKey };
  switch (plan.renews?.kind) {
    case undefined:
      return makeVault(plan, recorded, effects, onStage);
    case "recover-damaged":
      return renewDamagedVault({ plan, recorded, opening: custody.damaged }, effects, onStage);
    default:
      return renewVault({ plan, recorded, opening: custody.opening }, effects, onStage);
  }
}

function print(
  sheet: Sheet,
  printer: Printer,
  { keystorePath }: FrozenPlan,
  file: string,
  { custody, effects, stop }: Workbench,
): Promise<Result<PrintTraces | null>> {
  return printSheet({ sheet, printer, keystorePath, file, stop }, custody, effects);
}

/** The file that was written, with the hash that its next generation will name. */
function asWritten({ path, told }: Committed, plan: FrozenPlan, { keystore }: Custody): Written {
  const sha256 = hex(sha256Of(serializeKeystore(keystore)));
  return { path, sha256, generation: keystore.generation, keptAs: keptAs(plan), told };
}

/** What the frame of this ceremony works with. */
function frameBench(plan: FrozenPlan, bench: Workbench): FrameBench<FrozenPlan> {
  const { custody, effects, proceedings, signers, stop } = bench;
  const { practice, vaultName, parametersHash, keystorePath, delivery, renews } = plan;
  const facts = (paper: Paper): PageFacts => ({
    title: ceremonyTitles[renews?.kind ?? "generate"],
    ...{ practice, vaultName, parametersHash, paper },
    now: effects.now(),
    appVersion: effects.workstation.appVersion,
  });
  const written = [keystorePath, ...(delivery.way === "file" ? [delivery.path] : [])];
  const places = [...new Set(written.map((path) => dirname(path)))];
  return {
    ...{ proceedings, effects, folders: custody, stop, practice, keystorePath, places },
    scriptSheet: ({ paper }) => scriptSheet(facts(paper), parametersInWords(plan), scriptOf(plan)),
    recordSheet: ({ paper }, record) => recordSheet(facts(paper), record, signers),
    openRecord: () => openRecord(plan, bench),
    closed: () => removeFile(effects.unfinishedNote),
  };
}

/** Makes the place this ceremony's own, and begins its record there. Where that fails the plan can still be changed. */
async function openRecord(plan: FrozenPlan, bench: Workbench): Promise<Result<null>> {
  const { ceremonyId, custody, effects, proceedings, recordPath } = bench;
  const claimed = await claimPlace(plan.keystorePath, null, bench);
  if (!claimed.ok) return claimed;
  const header: RecordHeader = {
    ceremonyId,
    kind: kindOf(plan),
    vaultId: custody.vaultId ?? effects.uuid(),
    practice: plan.practice,
    parameters: parametersOf(plan, plan.rehearsalHeld),
  };
  return proceedings.open(header, recordPath, effects.now);
}
