import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import type { Mount } from "./mounts";
import type { SystemFiles } from "./system-files";

/** The programs that run, by the names that the kernel keeps. */
export interface ProgramFacts {
  /** Null where the system does not list them. */
  readonly programs: readonly string[] | null;
  /** Whether other users' programs are kept from us. */
  readonly hidden: boolean;
}

/** Programs that show the screen to others or record it, by the beginning of their names: the kernel keeps 15 letters. */
const SHARING = [
  "anydesk",
  "chrome-remote-d",
  "gnome-remote-de",
  "gpu-screen-reco",
  "kazam",
  "krdp",
  "krfb",
  "nxnode",
  "nxserver",
  "obs",
  "peek",
  "recordmydesktop",
  "rustdesk",
  "simplescreenrec",
  "sunshine",
  "teams",
  "teamviewer",
  "vino-server",
  "vokoscreen",
  "wayvnc",
  "wf-recorder",
  "x0vncserver",
  "x11vnc",
  "xrdp",
  "xtigervnc",
  "xvnc",
  "zoom",
];

/** A name as short as this begins others’ too. */
const SHORT = 5;

/** A desktop shares its screen through it, and does not say so in a file. */
const UNSEEN = "pipewire";

/** Reads the name of every process in /proc. */
export async function readPrograms(
  system: SystemFiles,
  mounts: readonly Mount[] | null,
): Promise<ProgramFacts> {
  const entries = await system.names("/proc");
  const ids = (entries ?? []).filter((entry) => /^\d+$/.test(entry));
  const names = await Promise.all(ids.map((id) => system.text(`/proc/${id}/comm`)));
  const proc = (mounts ?? []).filter(({ folder, type }) => folder === "/proc" && type === "proc").at(-1);
  return {
    programs: ids.length === 0 ? null : names.filter((name) => name !== null),
    hidden: proc === undefined || /(?:^|,)hidepid=(?!0|off)/.test(proc.options),
  };
}

/** Red where a program is known to share or record the screen. One that is not known, or has another name, is not seen. */
export function judgePrograms({ programs, hidden }: ProgramFacts): Judgement {
  if (programs === null) return notKnown("This system does not tell which programs run.");
  const sharing = new Set(programs.filter(isSharing));
  if (sharing.size > 0) return red(`Running: ${shortList([...sharing])}.`);
  if (hidden)
    return notKnown(
      "No program of this user is known to share the screen. Other users’ are not shown to us.",
    );
  if (programs.includes(UNSEEN)) {
    return notKnown(
      "No program that shares the screen is known to run. The desktop itself could, by PipeWire, unseen.",
    );
  }
  return good("No program that shares or records the screen is known to run.");
}

function isSharing(program: string): boolean {
  const name = program.toLowerCase();
  return SHARING.some((known) => (known.length <= SHORT ? name === known : name.startsWith(known)));
}
