import { basename, dirname, join } from "node:path";
import type { Input } from "../contract/commands";
import type { RepairedWord } from "../contract/entry-views";
import type { PrintSetup, PrintTraces } from "../contract/printers";
import { fail, ok, type Result } from "../contract/result";
import type { RecordSheet } from "../contract/sheets";
import type { RecordView } from "../contract/views";
import type { Effects } from "./effects";
import { type Carries, carryOutBy, type Held, type HeldCommand } from "./held";
import { type LookedAt, sheetOfRecord, withAnchor, withHead } from "./look-at-record";
import { KeptFolder } from "./proceedings/kept-folder";
import { type Page, type PageEvent, paging } from "./proceedings/paging";
import { listPrinters, printSheet } from "./proceedings/print-page";
import { reportBug } from "./report-bug";

/** A record that is read: it may be compared with paper or a keystore, and printed. Nothing of it is changed. */
export class ReadRecord implements Held {
  readonly id: string;
  readonly #effects: Effects;
  readonly #changed: (quietly: boolean) => void;
  readonly #folder = new KeptFolder();
  #looked: LookedAt;
  #setup: PrintSetup;
  #page: Page | null = null;
  #printed = false;
  #stop = new AbortController();

  /** `changed` is called after each change. */
  constructor(looked: LookedAt, effects: Effects, changed: (quietly: boolean) => void) {
    this.id = effects.uuid();
    this.#looked = looked;
    this.#effects = effects;
    this.#changed = changed;
    this.#setup = { printer: null, paper: effects.paper, agreed: [] };
  }

  get view(): RecordView {
    const looked = { at: "record", ...this.#looked } as const;
    if (this.#page === null) return { ...looked, step: "record", printed: this.#printed };
    const { printing, ...choosing } = this.#page;
    if (printing !== null) return { ...looked, step: "record-printing", printer: printing };
    return { ...looked, step: "record-page", setup: this.#setup, ...choosing };
  }

  readonly underWay = false;
  readonly over = true;
  readonly unsigned = false;
  readonly recording = false;

  carryOut<N extends HeldCommand>(name: N, input: Input<N>): Promise<Result<null>> {
    return carryOutBy(recordCommands, this, name, input);
  }

  /** Compares the record with what somebody typed or picked. */
  async compare(by: (looked: LookedAt) => Promise<Result<LookedAt>>): Promise<Result<null>> {
    const compared = await by(this.#looked);
    if (!compared.ok) return compared;
    this.#looked = compared.value;
    this.#changed(false);
    return ok(null);
  }

  /** Applies an event of the printing, and does what follows from it. */
  async pageHappens(event: PageEvent): Promise<Result<null>> {
    const step = paging(this.#page, this.#setup, event);
    if (step === null) return fail({ code: "ceremony.not-now" });
    this.#page = step.page;
    this.#setup = step.setup;
    this.#printed ||= step.printed;
    this.#changed(false);
    if (step.task === null) return ok(null);
    if (step.task === "list-printers") {
      const printers = await listPrinters(this.#looked.facts.practice, this.#effects);
      return this.pageHappens({ type: "printers", printers });
    }
    return this.pageHappens({ type: "page-printed", result: await this.#print(step.task.printer) });
  }

  /** Waits no longer for a printer. */
  stopPrinting(): Result<null> {
    if (this.#page?.printing == null) return fail({ code: "ceremony.not-now" });
    this.#stop.abort();
    return ok(null);
  }

  fourWords(): Result<readonly string[]> {
    return fail({ code: "ceremony.not-now" });
  }

  repairedWords(): Result<readonly RepairedWord[]> {
    return fail({ code: "ceremony.not-now" });
  }

  async recordException(): Promise<Result<null>> {
    return fail({ code: "ceremony.not-now" });
  }

  async abort(): Promise<Result<null>> {
    return fail({ code: "ceremony.not-now" });
  }

  async leave(): Promise<void> {
    this.#stop.abort();
  }

  async #print(printer: NonNullable<Page["printing"]>): Promise<Result<PrintTraces | null>> {
    this.#stop = new AbortController();
    try {
      const sheet = await this.#sheet();
      if (!sheet.ok) return sheet;
      const { path } = this.#looked.facts;
      const file = `${basename(path).replace(/\.jsonl$/, "")}.pdf`;
      const order = { sheet: sheet.value, printer, keystorePath: join(dirname(path), "keystore"), file };
      return await printSheet({ ...order, stop: this.#stop.signal }, this.#folder, this.#effects);
    } catch (thrown) {
      return fail(reportBug("print-record", thrown));
    }
  }

  #sheet(): Promise<Result<RecordSheet>> {
    const { now, workstation } = this.#effects;
    const printed = { now: now(), appVersion: workstation.appVersion, paper: this.#setup.paper };
    return sheetOfRecord(this.#looked.facts, printed);
  }
}

/** What each command means to a record that is read. */
export const recordCommands = {
  compareRecordHead: (record, { head }) => record.compare(async (looked) => withHead(looked, head)),
  compareRecordKeystore: (record, { path }) => record.compare((looked) => withAnchor(looked, path)),
  choosePage: (record) => record.pageHappens({ type: "choose-page" }),
  leavePage: (record) => record.pageHappens({ type: "leave-page" }),
  findPrinters: (record) => record.pageHappens({ type: "find-printers" }),
  printPage: (record, input) => record.pageHappens({ type: "print-page", ...input }),
  stopPrinting: async (record) => record.stopPrinting(),
} satisfies Partial<Carries<ReadRecord, HeldCommand>>;
