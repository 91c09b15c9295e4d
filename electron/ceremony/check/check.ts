import type { CheckView } from "../../contract/check-views";
import type { Input } from "../../contract/commands";
import type { OfferedRepair, RepairedWord } from "../../contract/entry-views";
import { fail, ok, type Result } from "../../contract/result";
import { createFile } from "../../files/create-file";
import { keystoreFacts } from "../../keystore/facts";
import type { KeystoreFile } from "../../keystore/file";
import { type Admitted, admit } from "../../share/admit";
import type { KeyShare } from "../../share/read-share";
import type { Effects } from "../effects";
import { type EntryEvent, isQuietEntry } from "../entry/entry";
import { ShareDesk } from "../entry/share-desk";
import { carryOutBy, type Held, type HeldCommand } from "../held";
import { reportBug } from "../report-bug";
import { checkCommands } from "./commands";
import { custodyReport } from "./custody-report";
import type { CheckEvent, CheckState } from "./state";
import { checking, firstRound } from "./transition";
import { checkView } from "./view";

/** What a check needs from outside. */
export type CheckEffects = Pick<Effects, "now" | "searchShare" | "uuid">;

/** The keystore that a round is held over, and where it was read. */
export interface OpenedKeystore {
  readonly path: string;
  readonly file: KeystoreFile;
}

/**
 * A round of checks over a keystore's custodians: each enters their share, and the keystore's commitment says
 * whether the sheet is still good. Nothing is combined; a share is wiped as soon as it was judged.
 */
export class Check implements Held {
  readonly id: string;
  readonly #opened: OpenedKeystore;
  readonly #effects: CheckEffects;
  readonly #changed: (quietly: boolean) => void;
  #state: CheckState;
  #desk: ShareDesk | null = null;

  /** `changed` is called after each change; quietly where a person need not have seen it to act on. */
  constructor(opened: OpenedKeystore, effects: CheckEffects, changed: (quietly: boolean) => void) {
    this.id = effects.uuid();
    this.#opened = opened;
    this.#effects = effects;
    this.#changed = changed;
    this.#state = firstRound(opened.file.keystore.shareSet.shares);
  }

  get view(): CheckView {
    return checkView(this.#state, keystoreFacts(this.#opened.path, this.#opened.file));
  }

  /** A round may be left at any time: it has changed nothing. */
  readonly underWay = false;
  readonly over = true;

  carryOut<N extends HeldCommand>(name: N, input: Input<N>): Promise<Result<null>> {
    return carryOutBy(checkCommands, this, name, input);
  }

  /** Applies an event and does the search that follows from it. Fails, without any change, where it does not belong. */
  async happen(event: CheckEvent): Promise<Result<null>> {
    const step = checking(this.#state, event);
    if (step === null) return fail({ code: "ceremony.not-now" });
    this.#state = step.state;
    if (step.state.step !== "sheet") this.#closeDesk();
    this.#changed(event.type === "entry" && isQuietEntry(event.event));
    return step.search === true ? this.#search() : ok(null);
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
    const text = custodyReport(this.#opened.file.keystore, this.#state.sheets, this.now);
    const written = await createFile(path, Buffer.from(text));
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

  async abort(): Promise<Result<null>> {
    return fail({ code: "ceremony.not-now" });
  }

  async leave(): Promise<void> {
    this.#closeDesk();
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
