import type { CheckPlan, CheckView } from "../../contract/check-views";
import type { Input } from "../../contract/commands";
import type { OfferedRepair, RepairedWord } from "../../contract/entry-views";
import type { Failure } from "../../contract/errors";
import type { BagChange, Exception } from "../../contract/proceedings";
import { fail, ok, type Result } from "../../contract/result";
import { isRecorded } from "../../contract/steps";
import { createFile } from "../../files/create-file";
import { tryPlace } from "../../files/try-place";
import { keystoreFacts } from "../../keystore/facts";
import type { KeystoreFile } from "../../keystore/file";
import { type Admitted, admit } from "../../share/admit";
import type { KeyShare } from "../../share/read-share";
import type { Effects } from "../effects";
import { type EntryEvent, isQuietEntry } from "../entry/entry";
import { ShareDesk } from "../entry/share-desk";
import { carryOutBy, type Held, type HeldCommand } from "../held";
import { readBagChange } from "../proceedings/bags";
import { sealTask } from "../proceedings/closing";
import { readException } from "../proceedings/exception";
import type { FrameEvent, FrameTask } from "../proceedings/frame";
import { type Halt, haltedView, isWayOut } from "../proceedings/halt";
import { KeptFolder } from "../proceedings/kept-folder";
import { failedFrame, performFrame } from "../proceedings/perform-frame";
import { Proceedings } from "../proceedings/proceedings";
import { reportBug } from "../report-bug";
import { checkBench } from "./check-bench";
import { checkCommands } from "./commands";
import { custodyReport } from "./custody-report";
import { planCheck } from "./plan";
import { checkNotes } from "./record-notes";
import type { CheckEvent, CheckState } from "./state";
import { checking, firstCheck, rowOf, sheetName } from "./transition";
import { checkView } from "./view";

/** The keystore that a round is held over, and where it was read. */
export interface OpenedKeystore {
  readonly path: string;
  readonly file: KeystoreFile;
}

/**
 * A round of checks over a keystore's custodians: each enters their share, and the keystore's commitment says
 * whether the sheet is still good. Nothing is combined; a share is wiped as soon as it was judged. Its record is all
 * that it writes.
 */
export class Check implements Held {
  readonly id: string;
  readonly #opened: OpenedKeystore;
  readonly #effects: Effects;
  readonly #changed: (quietly: boolean) => void;
  readonly #proceedings = new Proceedings();
  readonly #folder = new KeptFolder();
  #state: CheckState;
  #desk: ShareDesk | null = null;
  #task: Promise<FrameEvent> | null = null;
  /** Stops the printing that is under way. */
  #stop = new AbortController();
  /** The record cannot be written, and nothing else may happen. */
  #halt: Halt<CheckState> | null = null;

  /** `changed` is called after each change; quietly where a person need not have seen it to act on. */
  constructor(opened: OpenedKeystore, effects: Effects, changed: (quietly: boolean) => void) {
    this.id = effects.uuid();
    this.#opened = opened;
    this.#effects = effects;
    this.#changed = changed;
    this.#state = firstCheck(opened.file.keystore.shareSet.shares, effects.paper);
  }

  get view(): CheckView {
    const keystore = keystoreFacts(this.#opened.path, this.#opened.file);
    const record = this.#proceedings.soFar;
    if (this.#halt !== null && this.#state.step !== "people") {
      const { plan } = this.#state;
      return { at: "check", keystore, plan, ...haltedView(this.#halt, record?.path ?? "") };
    }
    return checkView(this.#state, keystore, record);
  }

  get underWay(): boolean {
    return rowOf(this.#halt?.next ?? this.#state).policies.has("under-way");
  }

  /** A round is under way until its record is sealed. */
  readonly unsigned = false;

  /** Before its record begins a round may be left at any time, and once that is sealed. */
  get over(): boolean {
    return !this.underWay && this.#task === null;
  }

  /** Whether an exception can be recorded now. */
  get recording(): boolean {
    return this.#halt === null && isRecorded(rowOf(this.#state));
  }

  async carryOut<N extends HeldCommand>(name: N, input: Input<N>): Promise<Result<null>> {
    if (this.#halt !== null && !isWayOut(name)) return fail({ code: "ceremony.not-now" });
    return carryOutBy(checkCommands, this, name, input);
  }

  /** Applies an event and does what follows from it. Fails, without any change, where it does not belong. */
  async happen(event: CheckEvent): Promise<Result<null>> {
    if (this.#halt !== null && event.type !== "abort") return fail({ code: "ceremony.not-now" });
    // An abort begins where that leads to what the record could not take down.
    const step = checking(this.#halt?.next ?? this.#state, event);
    if (step === null) return fail({ code: "ceremony.not-now" });
    const recorded = this.#record(event, step.state);
    if (!recorded.ok) {
      if (event.type === "frame" && event.event.type === "exception") return recorded;
      if (event.type !== "abort") return this.#stand(event, step.state, recorded.error);
      this.#proceedings.giveUp();
    }
    this.#halt = null;
    this.#state = step.state;
    if (step.state.step !== "sheet") this.#closeDesk();
    if (event.type === "abort") this.#sealAborted();
    this.#changed(event.type === "entry" && isQuietEntry(event.event));
    if (step.task === undefined) return ok(null);
    return step.task === "search" ? this.#search() : this.#doFrame(step.task);
  }

  /** Says who takes part, and freezes that. */
  async plan(typed: Input<"planCheck">): Promise<Result<null>> {
    const { oldRuntime, sandboxed } = this.#effects.workstation;
    const result = planCheck(this.#opened.file.keystore, !oldRuntime && sandboxed, typed);
    const { administrator, witnesses } = typed;
    return this.happen({ type: "planned", typed: { administrator, witnesses }, result });
  }

  /** Takes an event of the round's frame. */
  frame(event: FrameEvent): Promise<Result<null>> {
    return this.happen({ type: "frame", event });
  }

  /** Takes the numbers of the bags of the sheet that was looked at. */
  bag(change: BagChange): Promise<Result<null>> {
    if (this.#state.step !== "checked") return Promise.resolve(fail({ code: "ceremony.not-now" }));
    const { bags, index } = this.#state;
    return this.happen({ type: "checked", result: readBagChange(change, bags, sheetName(index)) });
  }

  /** Records an exception as people typed it. Fails, with nothing recorded, where it does not fit or cannot be written. */
  async recordException(typed: Exception): Promise<Result<null>> {
    if (this.#state.step === "people") return fail({ code: "ceremony.not-now" });
    const { administrator, witnesses } = this.#state.plan;
    const custodians = this.#opened.file.keystore.shareSet.shares.map(({ custodian }) => custodian);
    const exception = readException(typed, { administrator, witnesses, custodians });
    if (!exception.ok) return exception;
    return this.frame({ type: "exception", exception: exception.value });
  }

  /** Tries what the record could not take down once more. */
  async retryRecord(): Promise<Result<null>> {
    const halt = this.#halt;
    if (halt === null) return fail({ code: "ceremony.not-now" });
    this.#halt = null;
    return halt.again();
  }

  /** A round that cannot be recorded is aborted. */
  async endWithoutRecord(): Promise<Result<null>> {
    return fail({ code: "ceremony.not-now" });
  }

  /** Waits no longer for a printer. */
  stopPrinting(): Result<null> {
    if (this.#task === null) return fail({ code: "ceremony.not-now" });
    this.#stop.abort();
    return ok(null);
  }

  /** Lets the custodian at the desk enter something. */
  async enter(by: (desk: ShareDesk) => EntryEvent): Promise<Result<null>> {
    if (this.#state.step !== "sheet") return fail({ code: "ceremony.not-now" });
    // While a search runs the desk holds still: only its end, or a cancel, may come.
    if (this.#state.entry.step === "searching") return fail({ code: "ceremony.not-now" });
    const { index } = this.#state;
    this.#desk ??= new ShareDesk(this.#opened.file.keystore, (share) => this.#judge(share, index));
    return this.#entryHappens(by(this.#desk));
  }

  /** Ends the search under way. */
  async cancelSearch(): Promise<Result<null>> {
    this.#desk?.cancelSearch();
    return ok(null);
  }

  /** Writes the round's result to a new text file. */
  async save(path: string): Promise<Result<null>> {
    if (this.#state.step !== "custody") return fail({ code: "ceremony.not-now" });
    const text = Buffer.from(custodyReport(this.#opened.file.keystore, this.#state.sheets, this.now));
    const place = await tryPlace(path, { room: text.length });
    const written = place.ok ? await createFile(place.value.path, text) : place;
    return this.happen({ type: "saved", result: written.ok ? ok(path) : written });
  }

  /** The time, as FORMATS writes it. */
  get now(): string {
    return this.#effects.now().toISOString();
  }

  fourWords(): Result<readonly string[]> {
    return fail({ code: "ceremony.not-now" });
  }

  repairedWords(offer: number): Result<readonly RepairedWord[]> {
    return this.#desk?.reveal(offer) ?? fail({ code: "ceremony.not-now" });
  }

  /** Ends the round by a person's choice: its record is sealed with what it says so far. */
  async abort(): Promise<Result<null>> {
    this.#stop.abort();
    this.#desk?.cancelSearch();
    while (this.#task !== null) await this.#task;
    return this.happen({ type: "abort" });
  }

  async leave(): Promise<void> {
    try {
      if (this.underWay) await this.abort();
    } finally {
      this.#closeDesk();
      this.#proceedings.close();
    }
  }

  async #doFrame(task: FrameTask<CheckPlan>): Promise<Result<null>> {
    this.#stop = new AbortController();
    this.#task = this.#perform(task);
    const outcome = await this.#task;
    this.#task = null;
    return this.frame(outcome);
  }

  async #perform(task: FrameTask<CheckPlan>): Promise<FrameEvent> {
    const signers = "signers" in this.#state ? this.#state.signers : [];
    try {
      return await performFrame(
        task,
        checkBench(
          { ceremonyId: this.id, plan: task.plan, opened: this.#opened, signers, stop: this.#stop.signal },
          { effects: this.#effects, proceedings: this.#proceedings, folders: this.#folder },
        ),
      );
    } catch (thrown) {
      return failedFrame(task, reportBug(task.do, thrown));
    }
  }

  /** Writes what an event adds to the record, before anything comes of it. */
  #record(event: CheckEvent, next: CheckState): Result<null> {
    if (isSealing(event) && !event.event.result.ok) return event.event.result;
    return this.#proceedings.note(checkNotes(this.#state, event, next));
  }

  /** The record could not take an event down: nothing goes on before it can. */
  #stand(event: CheckEvent, next: CheckState, problem: Failure): Result<null> {
    // What is not sealed can still be aborted.
    const standing = isSealing(event) ? this.#state : next;
    this.#halt = { next: standing, problem, committed: false, again: () => this.#again(event) };
    this.#changed(false);
    return ok(null);
  }

  #again(event: CheckEvent): Promise<Result<null>> {
    if (!isSealing(event) || this.#state.step !== "sign-off") return this.happen(event);
    return this.#doFrame(sealTask(this.#state));
  }

  #sealAborted(): void {
    const sealed = this.#proceedings.seal([]);
    if (!sealed.ok) this.#proceedings.giveUp();
  }

  #entryHappens(event: EntryEvent): Promise<Result<null>> {
    return this.happen({ type: "entry", event, now: this.now });
  }

  /** The sheet can be left before its search has ended: nothing of it may reach the next one. */
  async #search(): Promise<Result<null>> {
    const desk = this.#desk;
    if (desk === null) throw new Error("Nothing was entered that could be searched.");
    const tell = (event: EntryEvent) => (this.#desk === desk ? this.#entryHappens(event) : ok(null));
    const result = await this.#searchAt(desk, (done) => void tell({ type: "search-progress", done }));
    return tell({ type: "searched", result });
  }

  async #searchAt(
    desk: ShareDesk,
    onProgress: (done: number) => void,
  ): Promise<Result<readonly OfferedRepair[]>> {
    try {
      return await desk.search(this.#effects.searchShare, onProgress);
    } catch (thrown) {
      return fail(reportBug("search", thrown));
    }
  }

  /** Compares a share with the keystore's commitments; it is not needed any longer then. */
  #judge(share: KeyShare, index: number): Result<Admitted> {
    const { shareSet, practice, retiredShareSets } = this.#opened.file.keystore;
    const admitted = admit(share, shareSet, practice, retiredShareSets, []);
    share.payload.wipe();
    if (!admitted.ok || admitted.value.index === index) return admitted;
    return fail({ code: "ceremony.other-custodian", custodian: admitted.value.custodian });
  }

  #closeDesk(): void {
    this.#desk?.wipe();
    this.#desk = null;
  }
}

type SealEvent = Extract<FrameEvent, { type: "record-sealed" }>;

/** How the sealing of the record has ended. */
function isSealing(event: CheckEvent): event is { readonly type: "frame"; readonly event: SealEvent } {
  return event.type === "frame" && event.event.type === "record-sealed";
}
