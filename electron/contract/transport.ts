import type { CommandName } from "./commands";
import type { Result } from "./result";
import type { AppView } from "./views";

/** Who sent a message, as the shell sees it: our main window's main frame on app://, or somebody else. */
export type Sender = "main-window" | "somebody-else";

/** How messages reach a renderer. The shell implements it over Electron's IPC; tests over plain calls. */
export interface Transport {
  /** Registers the one answer to a command. `stamp` and `input` arrive as they were sent: unknown. */
  readonly onCommand: (
    name: CommandName,
    answer: (sender: Sender, stamp: unknown, input: unknown) => Promise<Result<unknown>>,
  ) => void;
  /** Sends a new view to the main window. */
  readonly pushView: (view: AppView) => void;
}
