import type { CeremonyBridge, CommandName, Input, Output, Stamp } from "../electron/contract/commands";
import type { Failure } from "../electron/contract/errors";
import type { Result } from "../electron/contract/result";
import type { AppView } from "../electron/contract/views";
import { useMirror, withView } from "./store";

declare global {
  interface Window {
    readonly ceremony: CeremonyBridge;
  }
}

/** The commands that are answered with a view, and the two that fetch something for one screen alone. */
export type Act = { [N in CommandName]: Output<N> extends AppView ? N : never }[CommandName];
export type Question = Exclude<CommandName, Act>;

// Quick typing sends several of these at once; nothing on the screen waits for them.
const unawaited: ReadonlySet<CommandName> = new Set<CommandName>(["enterWords", "forgetWord"]);

/** Listens to main's views and fetches the first one. Called once, before the app is mounted. */
export function connect(): void {
  window.ceremony.onView(mirror);
  void act("getView", null);
}

/**
 * Gives a command and mirrors the view that answers it. A refusal is kept for the screen to show, and
 * given back: null means done. One that came from a stale screen brings the view up to date as well.
 */
export async function act<N extends Act>(name: N, input: Input<N>): Promise<Failure | null> {
  const answer: Result<AppView> = await given(name, input);
  if (answer.ok) {
    mirror(answer.value);
    return null;
  }
  if (answer.error.code === "ceremony.stale") await act("getView", null);
  useMirror.setState({ refusal: answer.error });
  return answer.error;
}

/** Fetches what no view holds: a picked path, or four words of a share. A refusal is kept as `act` keeps it. */
export async function ask<N extends Question>(name: N, input: Input<N>): Promise<Output<N> | null> {
  const answer = await given(name, input);
  if (answer.ok) return answer.value;
  useMirror.setState({ refusal: answer.error });
  return null;
}

async function given<N extends CommandName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const awaited = !unawaited.has(name);
  if (awaited) useMirror.setState(({ waiting }) => ({ waiting: waiting + 1, refusal: null }));
  try {
    return await window.ceremony.send[name](stamp(), input);
  } finally {
    if (awaited) useMirror.setState(({ waiting }) => ({ waiting: waiting - 1 }));
  }
}

function mirror(view: AppView): void {
  useMirror.setState((mirror) => withView(mirror, view));
}

function stamp(): Stamp {
  const view = useMirror.getState().view;
  return { ceremonyId: view?.ceremonyId ?? null, revision: view?.revision ?? 0 };
}
