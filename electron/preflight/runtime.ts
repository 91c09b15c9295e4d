import type { WorkstationView } from "../contract/views";

/** The major version of Electron that this app is shipped with. An older one lacks years of security fixes. */
const SHIPPED_MAJOR = 45;

/** Switches that take away a part of Chromium's sandbox. */
const UNSANDBOXING = new Set(["no-sandbox", "disable-namespace-sandbox", "disable-seccomp-filter-sandbox"]);

/** What is known about a process from the inside. */
export interface Runtime {
  /** Electron's version, such as "45.4.1". */
  readonly electron: string;
  /** The command line, Chromium's switches among it. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly appVersion: string;
}

/** Says what the app stands on, for the standing notice. A version that cannot be read counts as old. */
export function readRuntime({ electron, argv, env, appVersion }: Runtime): WorkstationView {
  const major = Number.parseInt(electron, 10);
  return {
    appVersion,
    electron,
    oldRuntime: !(major >= SHIPPED_MAJOR),
    // Electron takes this variable for --no-sandbox, and adds no switch.
    sandboxed: !argv.some(unsandboxes) && !env.ELECTRON_DISABLE_SANDBOX,
  };
}

/** Chromium takes one dash or two, and reads nothing into a switch's value. */
function unsandboxes(argument: string): boolean {
  const name = /^--?([^=]+)/.exec(argument)?.[1];
  return name !== undefined && UNSANDBOXING.has(name);
}
