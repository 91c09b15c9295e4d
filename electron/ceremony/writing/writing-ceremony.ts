import { setImmediate } from "node:timers/promises";
import type { CeremonyView } from "../../contract/ceremony-views";
import type { CurrentKey, Input } from "../../contract/commands";
import type { RepairedWord } from "../../contract/entry-views";
import type { Failure } from "../../contract/errors";
import { custodiansOf } from "../../contract/plan";
import type { BagChange, Exception, NewBag } from "../../contract/proceedings";
import type { RenewalKind } from "../../contract/renewal";
import { fail, ok, type Result } from "../../contract/result";
import { isRecorded } from "../../contract/steps";
import { removeFile } from "../../files/remove-file";
import { damagedFacts } from "../../keystore/damaged-facts";
import { keystoreFacts } from "../../keystore/facts";
import { recordPath } from "../../record/record-path";
import type { Effects } from "../effects";
import { type EntryEvent, isQuietEntry } from "../entry/entry";
import type { ShareDesk } from "../entry/share-desk";
import { carryOutBy, type Held, type HeldCommand } from "../held";
import { readBagChange, readNewBag } from "../proceedings/bags";
import { sealTask } from "../proceedings/closing";
import { readException } from "../proceedings/exception";
import type { FrameEvent } from "../proceedings/frame";
import { type Halt, haltedView, isWayOut } from "../proceedings/halt";
import { Proceedings } from "../proceedings/proceedings";
import type { OpenedDamaged } from "../renewal/open-damaged";
import type { OpenedKeystore } from "../renewal/open-for-renewal";
import { reportBug } from "../report-bug";
import { writingCommands } from "./commands";
import { takeCurrentKey } from "./current-key";
import { Custody } from "./custody";
import { firstRecoverDamaged } from "./damaged-plan";
import type { CeremonyEvent } from "./events";
import { isException } from "./framing";
import { broughtSheet } from "./gathering";
import { readKeyBack } from "./key-read-back";
import { failed, perform } from "./perform";
import { firstState } from "./planning";
import { checkProof } from "./printer-proof";
import type { Entry, ReadBack } from "./read-back";
import { recordNotes } from "./record-notes";
import { firstRenewal } from "./renewal-plan";
import { bagsIn, frozenPlanOf, rowOf } from "./so-far";
import { type CeremonyState, isPrinting } from "./state";
import type { Step, Task } from "./step";
import { transition } from "./transition";
import { view } from "./view";

/** A task that hangs, in a print dialog or on a medium that does not answer, keeps the app from ending this long. */
const LEAVE_LIMIT = 10_000;

/** How a ceremony begins: with a vault that is to be made, or with the keystore of one. */
export type Beginning =
  | { readonly practice: boolean }
  | { readonly kind: RenewalKind; readonly opened: OpenedKeystore }
  | { readonly damaged: OpenedDamaged; readonly fingerprint: string };

/**
 * One ceremony that writes a keystore, under way: its state, its secrets in custody, and the task that is being done. Events go through
 * the pure transition; what a person types goes to the custody and becomes an event without the text.
 */
export class WritingCeremony implements Held {
  readonly id: string;
  readonly #custody: Custody;
  readonly #effects: Effects;
  readonly #changed: (quietly: boolean) => void;
  #state: CeremonyState;
  #task: Promise<CeremonyEvent> | null = null;
  /** Stops the printing that is under way. */
  #stop = new AbortController();
  #idle: NodeJS.Timeout | undefined;
  /** A person has decided to abort: nothing but the clearing may begin. */
  #aborting = false;
  readonly #proceedings = new Proceedings();
  /** The record cannot be written, and nothing else may happen. */
  #halt: Halt<Step> | null = null;

  /** `changed` is called after each change; quietly where a person need not have seen it to act on. */
  constructor(beginning: Beginning, effects: Effects, changed: (quietly: boolean) => void) {
    this.id = effects.uuid();
    this.#effects = effects;
    this.#changed = changed;
    if ("opened" in beginning) {
      const { kind, opened } = beginning;
      this.#custody = new Custody(opened);
      const keystore = keystoreFacts(opened.path, opened);
      this.#state = firstRenewal({ kind, keystore, beside: opened.beside }, effects.paper);
    } else if ("damaged" in beginning) {
      const { damaged: file, fingerprint } = beginning;
      this.#custody = new Custody(beginning.damaged);
      const damaged = damagedFacts(file);
      this.#state = firstRecoverDamaged({ damaged, copies: file.copies, fingerprint }, effects.paper);
    } else {
      this.#custody = new Custody(null);
      this.#state = firstState(beginning.practice, effects.paper);
    }
  }

  get view(): CeremonyView {
    const record = this.#proceedings.soFar;
    const plan = frozenPlanOf(this.#state);
    if (this.#halt !== null && plan !== null) {
      return { at: "ceremony", plan, ...haltedView(this.#halt, record?.path ?? "") };
    }
    return view(this.#state, record);
  }

  get underWay(): boolean {
    // Where the keystore is written and only the record is not, there is nothing left to abort.
    return this.#halt === null ? rowOf(this.#state).policies.has("under-way") : !this.#halt.committed;
  }

  /** Whether the ceremony has ended and its screen may be left. */
  get over(): boolean {
    const { step } = this.#state;
    return step === "done" || step === "aborted" || (step === "sealed" && this.#state.after === null);
  }

  /** Whether the keystore is written, and people have not sealed the record yet. */
  get unsigned(): boolean {
    return !this.underWay && this.#proceedings.isOpen;
  }

  /** Whether an exception can be recorded now. */
  get recording(): boolean {
    return this.#halt === null && this.#proceedings.isOpen && isRecorded(rowOf(this.#state));
  }

  async carryOut<N extends HeldCommand>(name: N, input: Input<N>): Promise<Result<null>> {
    if (this.#halt !== null && !isWayOut(name)) return fail({ code: "ceremony.not-now" });
    return carryOutBy(writingCommands, this, name, input);
  }

  /** Takes the plan as it stands; on an unsound runtime only where a person accepts that. */
  acceptPlan(accepted: Input<"acceptPlan">): Promise<Result<null>> {
    const { oldRuntime, sandboxed } = this.#effects.workstation;
    return this.happen({ type: "accept-plan", ...accepted, runtimeSound: !oldRuntime && sandboxed });
  }

  /** Applies an event and does the tasks that follow from it. Fails, without any change, where it does not belong. */
  async happen(event: CeremonyEvent): Promise<Result<null>> {
    if (this.#halt !== null && !this.underWay) return fail({ code: "ceremony.not-now" });
    if (this.#halt !== null && event.type !== "abort") return this.#whileHalted(event);
    const step = this.#stepOf(event);
    if (step.refused !== undefined) return fail(step.refused);
    const recorded = this.#record(event, step.state);
    if (!recorded.ok) {
      if (isException(event)) return recorded;
      if (!isEnding(event)) return this.#stand(event, step, recorded.error);
      // Nothing keeps an abort from wiping what there is: the record ends before it.
      this.#proceedings.giveUp();
    }
    this.#halt = null;
    this.#move(event, step.state);
    if (step.task === undefined || (this.#aborting && !isClearing(step.task))) return ok(null);
    this.#task = this.#do(step.task);
    const outcome = await this.#task;
    this.#task = null;
    return this.happen(outcome);
  }

  /** Takes an event of the ceremony's frame. */
  frame(event: FrameEvent): Promise<Result<null>> {
    return this.happen({ type: "frame", event });
  }

  /** Tries what the record could not take down once more. */
  async retryRecord(): Promise<Result<null>> {
    const halt = this.#halt;
    if (halt === null) return fail({ code: "ceremony.not-now" });
    this.#halt = null;
    return halt.again();
  }

  /** The keystore is written: people end without the record's seal. */
  async endWithoutRecord(): Promise<Result<null>> {
    if (this.#halt?.committed !== true) return fail({ code: "ceremony.not-now" });
    this.#proceedings.giveUp();
    return this.retryRecord();
  }

  /** Records an exception as people typed it. Fails, with nothing recorded, where it does not fit or cannot be written. */
  async recordException(typed: Exception): Promise<Result<null>> {
    const plan = frozenPlanOf(this.#state);
    if (plan === null || !this.recording) return fail({ code: "ceremony.not-now" });
    const exception = readException(typed, { ...plan, custodians: custodiansOf(plan) });
    if (!exception.ok) return exception;
    return this.happen({ type: "frame", event: { type: "exception", exception: exception.value } });
  }

  /** Takes the numbers of the bags of a sheet that opened the keystore. */
  bagShare(change: BagChange): Promise<Result<null>> {
    const state = this.#state;
    if (state.step !== "bag") return Promise.resolve(fail({ code: "ceremony.not-now" }));
    const result = readBagChange(change, state.bags, broughtSheet(state.given));
    return this.happen({ type: "share-bagged", result });
  }

  /** Takes the number of the bag of a new share sheet, or that there is none. */
  bagNewShare(bag: NewBag | null): Promise<Result<null>> {
    return this.happen({ type: "share-handled", result: readNewBag(bag, bagsIn(this.#state)) });
  }

  /** Takes the number of the bag of the Wrapping Key's sheet, or that there is none. */
  bagKey(bag: NewBag | null): Promise<Result<null>> {
    return this.happen({ type: "key-bagged", result: readNewBag(bag, bagsIn(this.#state)) });
  }

  /** Aborts as soon as the task under way has ended; what would follow from it is not begun. */
  async abort(): Promise<Result<null>> {
    this.#aborting = true;
    this.#stop.abort();
    this.#custody.cancelSearch();
    try {
      while (this.#task !== null) await this.#task;
      return await this.happen({ type: "abort" });
    } finally {
      this.#aborting = false;
    }
  }

  /**
   * The app ends: aborts what is under way, and waits for what is being cleared. Where a task does not end in time
   * only the secrets are wiped: what stays on disk is for the next start to tell.
   */
  async leave(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, LEAVE_LIMIT);
    });
    try {
      await Promise.race([this.#end(), late]);
    } finally {
      clearTimeout(timer);
      this.#custody.wipe();
      this.#proceedings.close();
    }
  }

  /** Whether a share is entered to open the keystore of a renewal. */
  get atDesk(): boolean {
    return this.#state.step === "share";
  }

  /** Lets the custodian at the desk enter something. While a search runs the desk holds still. */
  async enter(by: (desk: ShareDesk) => EntryEvent): Promise<Result<null>> {
    if (this.#state.step !== "share" || this.#state.entry.step === "searching") {
      return fail({ code: "ceremony.not-now" });
    }
    return this.happen({ type: "at-desk", event: this.#custody.shares.enter(by) });
  }

  /** Ends the search for damaged words that is under way. */
  async cancelSearch(): Promise<Result<null>> {
    this.#custody.cancelSearch();
    return ok(null);
  }

  /** Takes the Wrapping Key that opens the keystore, from its file or its sheet. */
  async enterCurrentKey(key: CurrentKey): Promise<Result<null>> {
    if (this.#state.step !== "current-key") return fail({ code: "ceremony.not-now" });
    const result = await takeCurrentKey(key, this.#custody.opening);
    const taken = await this.happen({ type: "current-key", result });
    // While its file was read a person can have aborted: then it has nothing to open. A key that the record owes has.
    if (!needsWhatWasBrought(this.#halt?.next.state ?? this.#state)) this.#custody.forgetBrought();
    return taken;
  }

  /** Enters typed or pasted words, or empties a word, of the read-back under way. */
  async readBack(by: (readBack: ReadBack) => Entry): Promise<Result<null>> {
    if (this.#state.step !== "read-back") return fail({ code: "ceremony.not-now" });
    return this.happen({ type: "entry", ...this.#custody.enter(this.#state.index, by) });
  }

  /** Four words of the share that its custodian copies by hand, while that step lasts. */
  fourWords(group: number): Result<readonly string[]> {
    if (this.#state.step !== "copy") return fail({ code: "ceremony.not-now" });
    return ok(this.#custody.fourWords(this.#state.index, group));
  }

  repairedWords(offer: number): Result<readonly RepairedWord[]> {
    if (this.#state.step !== "share") return fail({ code: "ceremony.not-now" });
    return this.#custody.shares.repairedWords(offer);
  }

  /** Takes what was read from the proof page: the text of its code, or its words. */
  async enterProof(text: string): Promise<Result<null>> {
    if (this.#state.step !== "proof-read") return fail({ code: "ceremony.not-now" });
    return this.happen({ type: "proof-entry", result: checkProof(this.#custody.proof, text) });
  }

  /** Waits no longer for a printer: what was sent is cancelled, and the task under way ends as a failed print. */
  stopPrinting(): Result<null> {
    if (!isPrinting(this.#state)) return fail({ code: "ceremony.not-now" });
    this.#stop.abort();
    return ok(null);
  }

  /** Takes the Wrapping Key back from its sheet: its code and then one line, or all lines. */
  async readKeyBack(text: string): Promise<Result<null>> {
    if (this.#state.step !== "key-read-back") return fail({ code: "ceremony.not-now" });
    const { run, asked } = this.#state;
    const read = readKeyBack(text, { bits: run.plan.bits, asked }, this.#custody);
    if (read.ok && read.value !== null) return this.happen({ type: "key-code", asked: read.value });
    return this.happen({ type: "key-entry", result: read.ok ? ok(null) : read });
  }

  async #end(): Promise<void> {
    if (this.underWay) await this.abort();
    while (this.#task !== null) await this.#task;
    if (this.#halt !== null) await this.retryRecord();
    // What it owes would be missing behind a seal: then the record stays without one.
    if (this.#halt !== null) return;
    // The keystore stands, and people left before they signed: the record says so.
    if (!this.#proceedings.isOpen) return;
    const left = { event: "ceremony.left", actor: "app", data: { step: this.#state.step } };
    if (this.#proceedings.seal([left]).ok) await removeFile(this.#effects.unfinishedNote);
  }

  /** What an event leads to. An abort begins where that leads to what the record could not take down: it has happened. */
  #stepOf(event: CeremonyEvent): Step {
    const owed = this.#halt?.next;
    if (owed === undefined) return transition(this.#state, event);
    return owed.state.step === "aborting" ? owed : transition(owed.state, event);
  }

  /** Writes what an event adds to the record, before anything comes of it. */
  #record(event: CeremonyEvent, next: CeremonyState): Result<null> {
    if (event.type === "frame" && event.event.type === "record-sealed" && !event.event.result.ok) {
      if (next.step !== "aborted") return event.event.result;
      this.#proceedings.giveUp();
    }
    return this.#proceedings.note(recordNotes(this.#state, event, next));
  }

  /** The record could not take an event down: nothing goes on before it can, and nothing of it has happened. */
  #stand(event: CeremonyEvent, next: Step, problem: Failure): Result<null> {
    const committed = isCommitted(this.#state, event);
    this.#halt = { next, problem, committed, again: () => this.#again(event) };
    if (!needsWhatWasBrought(next.state)) this.#custody.forgetBrought();
    this.#watch();
    this.#changed(false);
    return ok(null);
  }

  #again(event: CeremonyEvent): Promise<Result<null>> {
    // The seal itself is tried again, not its failure.
    const isSeal = event.type === "frame" && event.event.type === "record-sealed";
    return isSeal ? this.#sealAgain() : this.happen(event);
  }

  async #sealAgain(): Promise<Result<null>> {
    if (this.#state.step !== "sign-off") return fail({ code: "ceremony.not-now" });
    return this.happen(await this.#do({ do: "frame", task: sealTask(this.#state) }));
  }

  /** What nobody attends to is forgotten even now; what the record owes is then that. */
  #whileHalted(event: CeremonyEvent): Result<null> {
    const step = transition(this.#state, event);
    if (event.type !== "unattended" || this.#halt === null || step.refused !== undefined) {
      return fail({ code: "ceremony.not-now" });
    }
    this.#custody.forgetBrought();
    return this.#stand(event, step, this.#halt.problem);
  }

  #move(event: CeremonyEvent, next: CeremonyState): void {
    this.#state = next;
    if (next.step !== "read-back") this.#custody.endReadBack();
    if (next.step !== "share") this.#custody.closeDesk();
    if (!needsWhatWasBrought(next)) this.#custody.forgetBrought();
    this.#watch();
    this.#changed(isQuiet(event));
  }

  /** What was brought is forgotten when nobody attends to it for as long as was agreed, also while the record halts. */
  #watch(): void {
    clearTimeout(this.#idle);
    const renews = frozenPlanOf(this.#state)?.renews ?? null;
    if (renews === null || !rowOf(this.#state).policies.has("idle")) return;
    this.#idle = setTimeout(() => void this.#unattended(), renews.idleMinutes * 60_000).unref();
  }

  /** A task that is under way ends by itself; and a Wrapping Key is at hand here only while the record owes it. */
  async #unattended(): Promise<void> {
    if (this.#task !== null || (this.#state.step === "current-key" && this.#halt === null)) return;
    await this.happen({ type: "unattended" });
  }

  async #do(task: Task): Promise<CeremonyEvent> {
    this.#stop = new AbortController();
    try {
      return await perform(task, {
        ceremonyId: this.id,
        recordPath: this.#recordPath(),
        proceedings: this.#proceedings,
        signers: "signers" in this.#state ? this.#state.signers : [],
        custody: this.#custody,
        effects: this.#effects,
        stop: this.#stop.signal,
        onSearch: (done) => void this.happen({ type: "at-desk", event: { type: "search-progress", done } }),
        onStage: async (stage) => {
          await this.happen({ type: "making", stage });
          // A turn of the event loop, so that the stage is on screen while the work is done.
          await setImmediate();
        },
      });
    } catch (thrown) {
      return failed(task, reportBug(task.do, thrown));
    }
  }

  /** The record stands beside the keystore as it was planned, wherever that is written in the end. */
  #recordPath(): string {
    const { soFar } = this.#proceedings;
    if (soFar !== null) return soFar.path;
    const plan = frozenPlanOf(this.#state);
    return plan === null ? "" : recordPath(plan.keystorePath, this.id);
  }
}

/** An event that must come through whatever the record says: everything is wiped. */
function isEnding({ type }: CeremonyEvent): boolean {
  return type === "abort" || type === "cleared";
}

/** What an abort does itself. */
function isClearing(task: Task): boolean {
  return task.do === "clear" || (task.do === "frame" && task.task.do === "seal");
}

/** Whether the keystore is written when this happens: an abort would take nothing back. */
function isCommitted(state: CeremonyState, event: CeremonyEvent): boolean {
  return !rowOf(state).policies.has("under-way") || (event.type === "written" && event.result.ok);
}

/** Words follow each other faster than answers: an entry that ends nothing leaves the screen's stamp good. */
function isQuiet(event: CeremonyEvent): boolean {
  if (event.type === "entry") return event.verdict.kind === "incomplete";
  return event.type === "at-desk" && isQuietEntry(event.event);
}

/** Whether the shares or the key that were brought still have something to open. */
function needsWhatWasBrought(state: CeremonyState): boolean {
  if (state.step === "gather") return state.given.length > 0;
  return state.step !== "current-key" && rowOf(state).policies.has("idle");
}
