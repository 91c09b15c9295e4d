import { setImmediate } from "node:timers/promises";
import type { Input } from "../../contract/commands";
import { fail, ok, type Result } from "../../contract/result";
import type { GenerateView, RepairedWord } from "../../contract/views";
import type { Effects } from "../effects";
import { carryOutBy, type Held, type HeldCommand } from "../held";
import { reportBug } from "../report-bug";
import { isUnderWay } from "./aborting";
import { generateCommands } from "./commands";
import { takeBackTyped } from "./commit";
import { Custody } from "./custody";
import { failed, perform } from "./perform";
import { firstState } from "./planning";
import { checkProof } from "./printer-proof";
import type { Entry, ReadBack } from "./read-back";
import { recordNotes } from "./record-notes";
import { type GenerateEvent, type GenerateState, isPrinting, type Task } from "./state";
import { transition } from "./transition";
import { view } from "./view";

/** A task that hangs, in a print dialog or on a medium that does not answer, keeps the app from ending this long. */
const LEAVE_LIMIT = 10_000;

/**
 * One generation under way: its state, its secrets in custody, and the task that is being done. Events go through
 * the pure transition; what a person types goes to the custody and becomes an event without the text.
 */
export class Generation implements Held {
  readonly id: string;
  readonly #custody = new Custody();
  readonly #effects: Effects;
  readonly #changed: (quietly: boolean) => void;
  #state: GenerateState;
  #task: Promise<GenerateEvent> | null = null;
  /** Stops the printing that is under way. */
  #stop = new AbortController();
  /** A person has decided to abort: nothing but the clearing may begin. */
  #aborting = false;

  /** `changed` is called after each change; quietly where a person need not have seen it to act on. */
  constructor(practice: boolean, effects: Effects, changed: (quietly: boolean) => void) {
    this.id = effects.uuid();
    this.#effects = effects;
    this.#changed = changed;
    this.#state = firstState(practice, effects.paper);
  }

  get view(): GenerateView {
    return view(this.#state);
  }

  get underWay(): boolean {
    return isUnderWay(this.#state);
  }

  /** Whether the ceremony has ended and its screen may be left. */
  get over(): boolean {
    return this.#state.step === "done" || this.#state.step === "aborted";
  }

  carryOut<N extends HeldCommand>(name: N, input: Input<N>): Promise<Result<null>> {
    return carryOutBy(generateCommands, this, name, input);
  }

  /** Takes the plan as it stands; on an unsound runtime only where a person accepts that. */
  acceptPlan(runtimeAccepted: boolean): Promise<Result<null>> {
    const { oldRuntime, sandboxed } = this.#effects.workstation;
    return this.happen({ type: "accept-plan", runtimeAccepted, runtimeSound: !oldRuntime && sandboxed });
  }

  /** Applies an event and does the tasks that follow from it. Fails, without any change, where it does not belong. */
  async happen(event: GenerateEvent): Promise<Result<null>> {
    const step = transition(this.#state, event);
    if (step.refused !== undefined) return fail(step.refused);
    this.#move(event, step.state);
    if (step.task === undefined || (this.#aborting && step.task.do !== "clear")) return ok(null);
    this.#task = this.#do(step.task);
    const outcome = await this.#task;
    this.#task = null;
    return this.happen(outcome);
  }

  /** Aborts as soon as the task under way has ended; what would follow from it is not begun. */
  async abort(): Promise<Result<null>> {
    this.#aborting = true;
    this.#stop.abort();
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
    await Promise.race([this.#end(), late]);
    clearTimeout(timer);
    this.#custody.wipe();
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

  repairedWords(): Result<readonly RepairedWord[]> {
    return fail({ code: "ceremony.not-now" });
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

  /** Takes the Wrapping Key back as it was typed from its sheet. */
  async typeWrappingKey(text: string): Promise<Result<null>> {
    if (this.#state.step !== "key-read-back") return fail({ code: "ceremony.not-now" });
    const result = takeBackTyped(text, this.#state.run.plan.bits, this.#custody);
    return this.happen({ type: "key-entry", result });
  }

  async #end(): Promise<void> {
    if (this.underWay) await this.abort();
    while (this.#task !== null) await this.#task;
  }

  #move(event: GenerateEvent, next: GenerateState): void {
    const notes = recordNotes(this.#state, event, next);
    this.#state = next;
    for (const note of notes) this.#custody.note(note);
    if (next.step !== "read-back") this.#custody.endReadBack();
    // Words follow each other faster than answers: an entry that ends nothing leaves the screen's stamp good.
    this.#changed(event.type === "entry" && event.verdict.kind === "incomplete");
  }

  async #do(task: Task): Promise<GenerateEvent> {
    this.#stop = new AbortController();
    try {
      return await perform(task, {
        ceremonyId: this.id,
        custody: this.#custody,
        effects: this.#effects,
        stop: this.#stop.signal,
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
}
