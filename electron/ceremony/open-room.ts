import type { CommandName, Input, Output, Stamp } from "../contract/commands";
import { fail, ok, type Result } from "../contract/result";
import { asTyped } from "../contract/typed-path";
import type {
  AppView,
  DamagedView,
  HomeView,
  KeystoreView,
  UnfinishedView,
  UnreadableView,
  WorkstationPage,
} from "../contract/views";
import type { Lock } from "../files/lock";
import { removeFile } from "../files/remove-file";
import { damagedFacts } from "../keystore/damaged-facts";
import { keystoreFacts } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { Check, type OpenedKeystore } from "./check/check";
import { checkCommands } from "./check/commands";
import type { Effects } from "./effects";
import type { Held, HeldCommand } from "./held";
import { lookAtRecord } from "./look-at-record";
import { ReadRecord, recordCommands } from "./read-record";
import { besideKeystore } from "./renewal/copies-beside";
import { copiesOfUnreadable, openDamagedForRenewal, readDamagedFile } from "./renewal/open-damaged";
import { openForRenewal } from "./renewal/open-for-renewal";
import type { Room } from "./room";
import { offeredIn, strayedSecret } from "./strayed-secret";
import { withMeantPaths } from "./typed-paths";
import { readUnfinished, removeOrphan } from "./unfinished";
import { writingCommands } from "./writing/commands";
import { type Beginning, WritingCeremony } from "./writing/writing-ceremony";

// Fails to compile until every command is carried out by one of the ceremonies.
const carried: Readonly<Record<HeldCommand, unknown>> = {
  ...writingCommands,
  ...checkCommands,
  ...recordCommands,
};

/** The pages that belong to no ceremony. */
type OwnPage = HomeView | KeystoreView | DamagedView | UnreadableView | WorkstationPage;

type Answers<Names extends CommandName> = {
  readonly [N in Names]: (input: Input<N>) => Promise<Result<Output<N>>>;
};

/** Opens the ceremony room at its home page, with what an earlier ceremony may have left unfinished. */
export async function openRoom(effects: Effects): Promise<Room> {
  const room = new CeremonyRoom(effects);
  await room.goHome();
  return room;
}

class CeremonyRoom implements Room {
  readonly #effects: Effects;
  readonly #listeners: ((view: AppView) => void)[] = [];
  #revision = 0;
  #page: OwnPage = {
    at: "home",
    unfinished: null,
  };
  #held: Held | null = null;
  #startedAt: string | null = null;
  /** What an earlier ceremony left: its note would be lost with the next one's. */
  #unfinished: UnfinishedView | null = null;
  #opened: OpenedKeystore | null = null;
  #asking: AppView["asking"] = null;
  /** The paths that people have chosen in the system's dialog since the start: a file's name is no secret that was typed. */
  readonly #picked: string[] = [];

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  async answer<N extends CommandName>(name: N, stamp: Stamp, input: Input<N>): Promise<Result<Output<N>>> {
    if (name !== "getView" && this.#isStale(stamp)) return fail({ code: "ceremony.stale" });
    const meant = withMeantPaths(input);
    return meant.ok ? this.#answers[name](meant.value) : meant;
  }

  onView(listener: (view: AppView) => void): void {
    this.#listeners.push(listener);
  }

  mayClose(): boolean {
    if (this.#held?.underWay !== true && this.#held?.unsigned !== true) return true;
    this.#ask({ what: this.#held.underWay ? "abort" : "leave" });
    return false;
  }

  async leave(): Promise<void> {
    await this.#held?.leave();
  }

  async goHome(): Promise<void> {
    await this.#held?.leave();
    this.#held = null;
    this.#opened = null;
    this.#unfinished = await readUnfinished(this.#effects.unfinishedNote);
    this.#show({ at: "home", unfinished: this.#unfinished });
  }

  get #view(): AppView {
    return {
      revision: this.#revision,
      ceremonyId: this.#held?.id ?? null,
      startedAt: this.#held === null ? null : this.#startedAt,
      workstation: this.#effects.workstation,
      asking: this.#asking,
      page: this.#held?.view ?? this.#page,
    };
  }

  readonly #ownAnswers: Answers<Exclude<CommandName, HeldCommand>> = {
    getView: async () => ok(this.#view),
    goHome: async () => {
      if (this.#held !== null && !this.#held.over) return fail({ code: "ceremony.not-now" });
      await this.goHome();
      return ok(this.#view);
    },
    pickPath: async ({ what }) => {
      const picked = await this.#effects.pickPath(what);
      if (picked === null) return ok(null);
      this.#picked.push(picked);
      return ok(asTyped(picked));
    },
    openKeystore: async ({ path }) => {
      if (this.#held !== null) return fail({ code: "ceremony.not-now" });
      const file = await readKeystoreFile(path);
      if (!file.ok) return this.#openDamaged(path);
      this.#opened = { path, file: file.value };
      const beside = await besideKeystore(path, file.value.keystore);
      this.#show({ at: "keystore", facts: keystoreFacts(path, file.value), beside });
      return ok(this.#view);
    },
    lookAtWorkstation: async () => {
      if (this.#held !== null) return fail({ code: "ceremony.not-now" });
      this.#show({ at: "workstation", findings: await this.#effects.preflight([]) });
      return ok(this.#view);
    },
    openRecord: async ({ path }) => {
      if (this.#held !== null) return fail({ code: "ceremony.not-now" });
      const looked = await lookAtRecord(path);
      if (!looked.ok) return looked;
      // Something else can have begun while the file was read.
      if (this.#held !== null) return fail({ code: "ceremony.stale" });
      return this.#hold(new ReadRecord(looked.value, this.#effects, (quietly) => this.#changed(quietly)));
    },
    removeUnfinished: () => this.#endUnfinished(true),
    dismissUnfinished: () => this.#endUnfinished(false),
    startGenerate: async ({ practice }) => {
      if (this.#held !== null) return fail({ code: "ceremony.not-now" });
      if (this.#unfinished !== null) return fail({ code: "ceremony.unfinished" });
      return this.#hold(
        new WritingCeremony({ practice }, this.#effects, (quietly) => this.#changed(quietly)),
      );
    },
    startRenewal: async ({ kind }) => {
      if (this.#held !== null || this.#opened === null) return fail({ code: "ceremony.not-now" });
      if (this.#unfinished !== null) return fail({ code: "ceremony.unfinished" });
      const opened = await openForRenewal(this.#opened.path);
      if (!opened.ok) return opened;
      return this.#holdRenewal({ kind, opened: opened.value }, opened.value.lock);
    },
    startRecoverDamaged: async ({ fingerprint }) => {
      if (this.#held !== null || this.#page.at !== "damaged") return fail({ code: "ceremony.not-now" });
      if (this.#unfinished !== null) return fail({ code: "ceremony.unfinished" });
      const strayed = this.#strayed("startRecoverDamaged", { fingerprint });
      if (!strayed.ok) return strayed;
      const damaged = await openDamagedForRenewal(this.#page.facts.path, fingerprint);
      if (!damaged.ok) return damaged;
      return this.#holdRenewal({ damaged: damaged.value, fingerprint }, damaged.value.lock);
    },
    startCheck: async () => {
      if (this.#held !== null || this.#opened === null) return fail({ code: "ceremony.not-now" });
      return this.#hold(new Check(this.#opened, this.#effects, (quietly) => this.#changed(quietly)));
    },
    revealWords: async ({ group }) => {
      if (this.#held === null || this.#asking !== null) return fail({ code: "ceremony.not-now" });
      return this.#held.fourWords(group);
    },
    revealRepair: async ({ offer }) => this.#held?.repairedWords(offer) ?? fail({ code: "ceremony.not-now" }),
    askAbort: async () => {
      if (this.#held?.underWay !== true) return fail({ code: "ceremony.not-now" });
      this.#ask({ what: "abort" });
      return ok(this.#view);
    },
    askException: async ({ about }) => {
      if (this.#held?.recording !== true) return fail({ code: "ceremony.not-now" });
      this.#ask({ what: "exception", about });
      return ok(this.#view);
    },
    recordException: async (typed) => {
      if (this.#asking?.what !== "exception" || this.#held === null)
        return fail({ code: "ceremony.not-now" });
      const strayed = this.#strayed("recordException", typed);
      if (!strayed.ok) return strayed;
      const recorded = await this.#held.recordException({ ...typed, about: this.#asking.about });
      if (!recorded.ok) return recorded;
      this.#ask(null);
      return ok(this.#view);
    },
    keepGoing: async () => {
      this.#ask(null);
      return ok(this.#view);
    },
    leaveUnsigned: async () => {
      if (this.#asking?.what !== "leave") return fail({ code: "ceremony.not-now" });
      this.#ask(null);
      await this.goHome();
      return ok(this.#view);
    },
    abort: async () => {
      if (this.#asking?.what !== "abort" || this.#held === null) return fail({ code: "ceremony.not-now" });
      this.#ask(null);
      const aborted = await this.#held.abort();
      return aborted.ok ? ok(this.#view) : aborted;
    },
  };

  /** The commands of the ceremony that is held: carried out by it, answered with the view. */
  #heldAnswers(): Answers<HeldCommand> {
    const names = Object.keys(carried) as readonly HeldCommand[];
    const answers = names.map((name) => [name, (input: never) => this.#carryOut(name, input)] as const);
    return Object.fromEntries(answers) as Answers<HeldCommand>;
  }

  async #carryOut<N extends HeldCommand>(name: N, input: Input<N>): Promise<Result<AppView>> {
    if (this.#held === null || this.#asking !== null) return fail({ code: "ceremony.not-now" });
    const strayed = this.#strayed(name, input);
    if (!strayed.ok) return strayed;
    const done = await this.#held.carryOut(name, input);
    return done.ok ? ok(this.#view) : done;
  }

  /** Fails with text.secret where a secret has strayed into what people typed: nothing of it is kept, or said again. */
  #strayed(name: CommandName, input: unknown): Result<null> {
    const member = strayedSecret(name, input, [...offeredIn(this.#view), ...this.#picked]);
    return member === null ? ok(null) : fail({ code: "text.secret", member });
  }

  readonly #answers: Answers<CommandName> = { ...this.#ownAnswers, ...this.#heldAnswers() };

  /**
   * A file that is refused as a keystore: shows what is left in it, if a quorum could still open that, and else the sound
   * keystores beside it, if there are any.
   */
  async #openDamaged(path: string): Promise<Result<AppView>> {
    const file = await readDamagedFile(path);
    if (!file.ok) {
      const unreadable = await copiesOfUnreadable(path);
      if (unreadable === null) return file;
      this.#opened = null;
      this.#show({ at: "unreadable", path, ...unreadable });
      return ok(this.#view);
    }
    this.#opened = null;
    this.#show({ at: "damaged", facts: damagedFacts(file.value), copies: file.value.copies });
    return ok(this.#view);
  }

  async #endUnfinished(remove: boolean): Promise<Result<AppView>> {
    if (this.#held !== null || this.#unfinished === null) return fail({ code: "ceremony.not-now" });
    const note = this.#effects.unfinishedNote;
    const removed = remove ? await removeOrphan(note) : ok(null);
    if (!removed.ok) return removed;
    const cleared = await removeFile(note);
    if (!cleared.ok) return cleared;
    await this.goHome();
    return ok(this.#view);
  }

  /** Another ceremony can have begun while the keystore was opened: then this one does not, and keeps no lock. */
  async #holdRenewal(beginning: Beginning, lock: Lock): Promise<Result<AppView>> {
    let begun = false;
    try {
      if (this.#held !== null) return fail({ code: "ceremony.stale" });
      const held = this.#hold(
        new WritingCeremony(beginning, this.#effects, (quietly) => this.#changed(quietly)),
      );
      begun = true;
      return held;
    } finally {
      if (!begun) await lock.release();
    }
  }

  #hold(held: Held): Result<AppView> {
    this.#held = held;
    this.#startedAt = this.#effects.now().toISOString();
    this.#changed(false);
    return ok(this.#view);
  }

  #isStale({ ceremonyId, revision }: Stamp): boolean {
    return ceremonyId !== (this.#held?.id ?? null) || revision !== this.#revision;
  }

  #ask(question: AppView["asking"]): void {
    this.#asking = question;
    this.#changed(false);
  }

  #show(page: OwnPage): void {
    this.#page = page;
    this.#changed(false);
  }

  #mayStillAsk(): boolean {
    if (this.#asking?.what === "exception") return this.#held?.recording === true;
    if (this.#asking?.what === "leave") return this.#held?.unsigned === true;
    return this.#held?.underWay === true;
  }

  #changed(quietly: boolean): void {
    // What was asked about can have ended meanwhile, with the task that was under way.
    if (!this.#mayStillAsk()) this.#asking = null;
    if (!quietly) this.#revision += 1;
    for (const listener of this.#listeners) listener(this.#view);
  }
}
