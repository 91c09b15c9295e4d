import type { CommandName, Input, Output, Stamp } from "../contract/commands";
import { fail, ok, type Result } from "../contract/result";
import type { AppView, HomeView, KeystoreView } from "../contract/views";
import { removeFile } from "../files/remove-file";
import { keystoreFacts } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import type { Effects } from "./effects";
import { carryOut, type GenerateCommand } from "./generate/commands";
import { Generation } from "./generate/generation";
import type { Room } from "./room";
import { readUnfinished, removeOrphan } from "./unfinished";

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
  #page: HomeView | KeystoreView = { at: "home", unfinished: null };
  #generation: Generation | null = null;
  #asking: AppView["asking"] = null;

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  async answer<N extends CommandName>(name: N, stamp: Stamp, input: Input<N>): Promise<Result<Output<N>>> {
    if (name !== "getView" && this.#isStale(stamp)) return fail({ code: "ceremony.stale" });
    return this.#answers[name](input);
  }

  onView(listener: (view: AppView) => void): void {
    this.#listeners.push(listener);
  }

  mayClose(): boolean {
    if (this.#generation?.underWay !== true) return true;
    this.#ask("abort");
    return false;
  }

  async leave(): Promise<void> {
    await this.#generation?.leave();
  }

  async goHome(): Promise<void> {
    this.#generation = null;
    this.#show({ at: "home", unfinished: await readUnfinished(this.#effects.unfinishedNote) });
  }

  get #view(): AppView {
    return {
      revision: this.#revision,
      ceremonyId: this.#generation?.id ?? null,
      workstation: this.#effects.workstation,
      asking: this.#asking,
      page: this.#generation?.view ?? this.#page,
    };
  }

  readonly #ownAnswers: Answers<Exclude<CommandName, GenerateCommand>> = {
    getView: async () => ok(this.#view),
    goHome: async () => {
      if (this.#generation !== null && !this.#generation.over) return fail({ code: "ceremony.not-now" });
      await this.goHome();
      return ok(this.#view);
    },
    pickPath: async ({ what }) => ok(await this.#effects.pickPath(what)),
    openKeystore: async ({ path }) => {
      if (this.#generation !== null) return fail({ code: "ceremony.not-now" });
      const file = await readKeystoreFile(path);
      if (!file.ok) return file;
      this.#show({ at: "keystore", facts: keystoreFacts(path, file.value) });
      return ok(this.#view);
    },
    removeUnfinished: () => this.#endUnfinished(true),
    dismissUnfinished: () => this.#endUnfinished(false),
    startGenerate: async ({ practice }) => {
      if (this.#generation !== null) return fail({ code: "ceremony.not-now" });
      this.#generation = new Generation(practice, this.#effects, (quietly) => this.#changed(quietly));
      this.#changed(false);
      return ok(this.#view);
    },
    revealWords: async ({ group }) => {
      if (this.#generation === null || this.#asking !== null) return fail({ code: "ceremony.not-now" });
      return this.#generation.fourWords(group);
    },
    askAbort: async () => {
      if (this.#generation?.underWay !== true) return fail({ code: "ceremony.not-now" });
      this.#ask("abort");
      return ok(this.#view);
    },
    keepGoing: async () => {
      this.#ask(null);
      return ok(this.#view);
    },
    abort: async () => {
      if (this.#asking !== "abort" || this.#generation === null) return fail({ code: "ceremony.not-now" });
      this.#ask(null);
      const aborted = await this.#generation.abort();
      return aborted.ok ? ok(this.#view) : aborted;
    },
  };

  /** The generation's commands: carried out by it, answered with the view. */
  #generateAnswers(): Answers<GenerateCommand> {
    const names = Object.keys(carryOut) as readonly GenerateCommand[];
    const answers = names.map((name) => [name, (input: never) => this.#carryOut(name, input)] as const);
    return Object.fromEntries(answers) as Answers<GenerateCommand>;
  }

  async #carryOut<N extends GenerateCommand>(name: N, input: Input<N>): Promise<Result<AppView>> {
    if (this.#generation === null || this.#asking !== null) return fail({ code: "ceremony.not-now" });
    const done = await carryOut[name](this.#generation, input, this.#effects.workstation);
    return done.ok ? ok(this.#view) : done;
  }

  readonly #answers: Answers<CommandName> = { ...this.#ownAnswers, ...this.#generateAnswers() };

  async #endUnfinished(remove: boolean): Promise<Result<AppView>> {
    const unfinished = this.#page.at === "home" ? this.#page.unfinished : null;
    if (this.#generation !== null || unfinished === null) return fail({ code: "ceremony.not-now" });
    const removed = remove ? await removeOrphan(unfinished) : ok(null);
    if (!removed.ok) return removed;
    const cleared = await removeFile(this.#effects.unfinishedNote);
    if (!cleared.ok) return cleared;
    await this.goHome();
    return ok(this.#view);
  }

  #isStale({ ceremonyId, revision }: Stamp): boolean {
    return ceremonyId !== (this.#generation?.id ?? null) || revision !== this.#revision;
  }

  #ask(question: AppView["asking"]): void {
    this.#asking = question;
    this.#changed(false);
  }

  #show(page: HomeView | KeystoreView): void {
    this.#page = page;
    this.#changed(false);
  }

  #changed(quietly: boolean): void {
    // What was asked about can have ended meanwhile, with the task that was under way.
    if (this.#generation?.underWay !== true) this.#asking = null;
    if (!quietly) this.#revision += 1;
    for (const listener of this.#listeners) listener(this.#view);
  }
}
