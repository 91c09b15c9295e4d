import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import type { SystemFiles } from "./system-files";

/** A session as the login service of Linux notes it. */
interface Session {
  readonly remote: boolean;
  /** Where it comes from, where that is noted. */
  readonly host: string | null;
}

/** What says whether somebody sits elsewhere. */
export interface SessionFacts {
  readonly ssh: boolean;
  /** X11's DISPLAY; null where it is not set. */
  readonly display: string | null;
  /** XDG_SESSION_TYPE, such as "wayland"; null where it is not set. */
  readonly type: string | null;
  /** Everybody's on this machine; null where they are not noted. */
  readonly sessions: readonly Session[] | null;
}

/** Reads the environment, and what systemd notes of every session: loginctl shows the same, and would be a program to run. */
export async function readSessions(
  system: SystemFiles,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SessionFacts> {
  const folder = "/run/systemd/sessions";
  const names = await system.names(folder);
  const texts = await Promise.all((names ?? []).map((name) => system.text(`${folder}/${name}`)));
  return {
    ssh: Boolean(env.SSH_CONNECTION || env.SSH_CLIENT || env.SSH_TTY),
    display: env.DISPLAY || null,
    type: env.XDG_SESSION_TYPE || null,
    sessions: names === null ? null : texts.filter((text) => text !== null).map(readSession),
  };
}

function readSession(text: string): Session {
  const member = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1] ?? null;
  return { remote: member("REMOTE") === "1", host: member("REMOTE_HOST") };
}

/** X11 draws on this machine for ":0" and "unix:0", and over a network for a host's name, "localhost" (SSH) among them. */
function isElsewhere(display: string): boolean {
  return !/^(?:unix)?:\d/.test(display) && !display.startsWith("/");
}

/** Good needs a session of this machine's own, noted as such. */
export function judgeSessions({ ssh, display, type, sessions }: SessionFacts): Judgement {
  const remote = (sessions ?? []).filter((session) => session.remote);
  const found = [
    ...(ssh ? ["the app was started over SSH"] : []),
    ...(display !== null && isElsewhere(display) ? [`its window is drawn on ${shortList([display])}`] : []),
    ...(remote.length > 0
      ? [`somebody is logged in from ${shortList(remote.map(({ host }) => host ?? "elsewhere"))}`]
      : []),
  ];
  if (found.length > 0) return red(`Somebody may be working from elsewhere: ${found.join("; ")}.`);
  if (sessions === null || sessions.length === 0) {
    return notKnown("Nothing says that somebody works from elsewhere, and nothing says that nobody does.");
  }
  return good(
    `Everybody who is logged in sits at this machine${type === null ? "" : ` (${shortList([type])})`}.`,
  );
}
