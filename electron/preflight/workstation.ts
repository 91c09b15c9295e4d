import { statfs } from "node:fs/promises";
import { homedir, networkInterfaces } from "node:os";
import { type Finding, type PreflightItem, preflightItems } from "../contract/preflight";
import type { Printers } from "../contract/printers";
import { judgeAppHash, readAppHash } from "./app-hash";
import { judgeClock, readClock } from "./clock";
import { judgeCoreDumps, readCoreDumps } from "./core-dumps";
import { judgeDiskEncryption, readDiskEncryption } from "./disk-encryption";
import { judgeFreeSpace, readFreeSpace } from "./free-space";
import { type Judgement, notKnown } from "./judgement";
import { readMounts } from "./mounts";
import { type Addresses, judgeNetwork, readNetwork } from "./network";
import { judgePrinters } from "./printers";
import { judgeRadios, readRadios } from "./radios";
import { judgeSessions, readSessions } from "./remote-session";
import { judgeRuntime, type RunBy } from "./runtime-version";
import { judgePrograms, readPrograms } from "./screen-sharing";
import { judgeStorage, readStorage } from "./storage";
import { judgeSwap, readSwap } from "./swap";
import { type SystemFiles, systemFiles } from "./system-files";
import { judgeMachine, readMachine } from "./virtual-machine";

/** What the preflight looks at. A test gives a folder in the system's place, and answers of its own. */
export interface Surroundings {
  readonly system: SystemFiles;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Throws where the system refuses. */
  readonly addresses: () => Addresses;
  readonly now: () => Date;
  readonly zone: string;
  /** The bytes that this user may still write in a folder. Rejects where that cannot be told. */
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly runtime: RunBy;
  /** What the app or the command line was started with that is not its own, by name. */
  readonly startedWith: readonly string[];
  /** This user's own folder, where the app keeps its note and the system its traces. */
  readonly home: string;
  /** The folder of the built app. */
  readonly appFolder: string;
  /** How long each item may take. */
  readonly patienceMs: number;
}

/** The workstation that this process runs on. */
export function thisWorkstation(
  runtime: RunBy,
  appFolder: string,
  startedWith: readonly string[],
): Surroundings {
  return {
    system: systemFiles("/"),
    env: process.env,
    addresses: networkInterfaces,
    now: () => new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    runtime,
    startedWith,
    home: homedir(),
    appFolder,
    patienceMs: 5000,
  };
}

/**
 * Looks at the workstation before a ceremony: `places` are the folders that it writes to besides one's own, `printers` those that the
 * caller found, or null where it did not look. Gives one finding an item, always, in the order of `preflightItems`:
 * what fails or takes longer than its patience is not known. Runs no program and changes nothing.
 */
export async function readWorkstation(
  places: readonly string[],
  printers: Printers | null,
  surroundings: Surroundings,
): Promise<readonly Finding[]> {
  const looks = looksAt(places, printers, surroundings);
  const items = Object.keys(preflightItems) as PreflightItem[];
  return Promise.all(
    items.map(async (id) => ({
      id,
      what: preflightItems[id],
      ...(await inTime(looks[id], surroundings.patienceMs)),
    })),
  );
}

type Look = () => Promise<Judgement>;

function looksAt(
  places: readonly string[],
  printers: Printers | null,
  { system, env, addresses, now, zone, freeBytes, runtime, startedWith, home, appFolder }: Surroundings,
): Readonly<Record<PreflightItem, Look>> {
  const written = [...new Set([home, ...places])];
  const mounts = () => readMounts(system);
  return {
    network: async () => judgeNetwork(await readNetwork(system, addressesOrNull(addresses))),
    radios: async () => judgeRadios(await readRadios(system)),
    "remote-session": async () => judgeSessions(await readSessions(system, env)),
    "screen-sharing": async () => judgePrograms(await readPrograms(system, await mounts())),
    "virtual-machine": async () => judgeMachine(await readMachine(system)),
    swap: async () => judgeSwap(await readSwap(system, await mounts())),
    "core-dumps": async () => judgeCoreDumps(await readCoreDumps(system)),
    "disk-encryption": async () =>
      // What goes onto a stick is useless alone, and is guarded by who holds it; here it is about traces.
      judgeDiskEncryption(await readDiskEncryption(system, [...new Set(["/", home])], await mounts())),
    storage: async () => judgeStorage(await readStorage(system, written, await mounts())),
    "free-space": async () => judgeFreeSpace(await readFreeSpace(written, freeBytes)),
    printers: async () => judgePrinters(printers),
    clock: async () => judgeClock(await readClock(system, now(), zone)),
    runtime: async () => judgeRuntime(runtime, startedWith),
    "app-hash": async () => judgeAppHash(await readAppHash(appFolder)),
  };
}

function addressesOrNull(addresses: () => Addresses): Addresses | null {
  try {
    return addresses();
  } catch {
    return null;
  }
}

/** What a look found, or that it failed or took too long. A look that is given up ends by itself, unheard. */
async function inTime(look: Look, patienceMs: number): Promise<Judgement> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Judgement>((resolve) => {
    timer = setTimeout(() => resolve(notKnown("The system did not answer in time.")), patienceMs);
  });
  try {
    return await Promise.race([look().catch(() => notKnown("This could not be looked at.")), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
