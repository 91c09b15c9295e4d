import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import type { SystemFiles } from "./system-files";

/** An interface's addresses as Node lists them: only of interfaces that are up. */
export type Addresses = Readonly<
  Partial<Record<string, readonly { readonly address: string; readonly internal: boolean }[]>>
>;

interface Interface {
  readonly name: string;
  /** Linux's `operstate`, such as "up" or "down" (RFC 2863); null where it cannot be read. */
  readonly state: string | null;
  /** Whether somebody switched it on; null where it cannot be read. */
  readonly on: boolean | null;
}

/** What is known of the network interfaces but the loopback's. */
export interface NetworkFacts {
  /** Null where the system does not list them. */
  readonly interfaces: readonly Interface[] | null;
  /** Null where they cannot be asked for. */
  readonly addresses: Addresses | null;
}

/** Without a link nothing is sent, even where the interface is on. Tunnels never say "up", only "unknown". */
const UNLINKED = new Set(["down", "lowerlayerdown", "notpresent"]);

/** ARPHRD_LOOPBACK and IFF_UP of Linux's if_arp.h and if.h. */
const LOOPBACK = "772";
const SWITCHED_ON = 1;

/** Looks at the interfaces in /sys/class/net. */
export async function readNetwork(system: SystemFiles, addresses: Addresses | null): Promise<NetworkFacts> {
  const names = await system.names("/sys/class/net");
  if (names === null) return { interfaces: null, addresses };
  const interfaces = await Promise.all(names.map((name) => readInterface(system, name)));
  return { interfaces: interfaces.filter((one) => one !== null), addresses };
}

/** Null for the loopback, and for what stands in the folder without being an interface. */
async function readInterface(system: SystemFiles, name: string): Promise<Interface | null> {
  const folder = `/sys/class/net/${name}`;
  const type = await system.text(`${folder}/type`);
  if (type === LOOPBACK || !(await system.exists(`${folder}/ifindex`))) return null;
  const flags = await system.text(`${folder}/flags`);
  const number = Number(flags ?? Number.NaN);
  return {
    name,
    state: await system.text(`${folder}/operstate`),
    on: Number.isInteger(number) ? (number & SWITCHED_ON) !== 0 : null,
  };
}

/** Red where an interface is up or has an address. Without a list of interfaces, none with an address proves nothing. */
export function judgeNetwork({ interfaces, addresses }: NetworkFacts): Judgement {
  const linked = (interfaces ?? []).filter(
    ({ state, on }) => on === true && state !== null && !UNLINKED.has(state),
  );
  const addressed = Object.keys(addresses ?? {}).filter((name) => addressesOf(name, addresses).length > 0);
  const up = [...new Set([...linked.map(({ name }) => name), ...addressed])];
  if (up.length > 0) return red(`Up: ${shortList(up.map((name) => withAddresses(name, addresses)))}.`);
  if (interfaces === null) {
    return notKnown(
      "No interface has an address. Whether one is up without any, this system does not tell here.",
    );
  }
  const unclear = interfaces.filter(({ state, on }) => on === null || (on && state === null));
  if (unclear.length > 0) {
    return notKnown(`Whether these are up cannot be told: ${shortList(unclear.map(({ name }) => name))}.`);
  }
  if (interfaces.length === 0) return good("There is no network interface.");
  return good(`No network interface is up: ${shortList(interfaces.map(described))}.`);
}

function addressesOf(name: string, addresses: Addresses | null): string[] {
  return (addresses?.[name] ?? []).filter(({ internal }) => !internal).map(({ address }) => address);
}

function withAddresses(name: string, addresses: Addresses | null): string {
  const found = addressesOf(name, addresses);
  return found.length > 0 ? `${name} (${found.join(" ")})` : `${name} (no address)`;
}

function described({ name, on }: Interface): string {
  return on ? `${name} has no link` : `${name} is off`;
}
