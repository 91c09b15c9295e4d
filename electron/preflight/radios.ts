import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import type { SystemFiles } from "./system-files";

/** A radio's switch, as Linux's rfkill keeps it: off by a program, off by a real switch, or on. */
interface Switch {
  /** rfkill's own word, such as "wlan". */
  readonly type: string;
  readonly name: string;
  /** Null where it cannot be read. */
  readonly blocked: "program" | "switch" | "no" | null;
}

/** Radios that the system drives, and their switches. */
export interface RadioFacts {
  /** Null where the system does not list its devices. */
  readonly devices: readonly { readonly type: string; readonly name: string }[] | null;
  readonly switches: readonly Switch[];
}

/** Where Linux lists the radios of each of rfkill's types. */
const FOLDERS = [
  { type: "wlan", folder: "/sys/class/ieee80211" },
  { type: "bluetooth", folder: "/sys/class/bluetooth" },
  { type: "wwan", folder: "/sys/class/wwan" },
  { type: "nfc", folder: "/sys/class/nfc" },
] as const;

const WORDS: Readonly<Partial<Record<string, string>>> = {
  wlan: "Wi-Fi",
  bluetooth: "Bluetooth",
  wwan: "mobile network",
  nfc: "NFC",
};

/** Looks for radios in /sys/class, and for their switches in /sys/class/rfkill. */
export async function readRadios(system: SystemFiles): Promise<RadioFacts> {
  const interfaces = await system.names("/sys/class/net");
  if (interfaces === null) return { devices: null, switches: [] };
  const listedDevices = await Promise.all(
    FOLDERS.map(async ({ type, folder }) =>
      ((await system.names(folder)) ?? []).map((name) => ({ type, name })),
    ),
  );
  // Old drivers are in none of these folders; their interfaces say that they are wireless.
  const wireless = await Promise.all(
    interfaces.map(async (name) =>
      (await system.exists(`/sys/class/net/${name}/wireless`)) ? [{ type: "wlan", name }] : [],
    ),
  );
  const switches = (await system.names("/sys/class/rfkill")) ?? [];
  return {
    devices: [...listedDevices, ...wireless].flat(),
    switches: await Promise.all(switches.map((name) => readSwitch(system, name))),
  };
}

async function readSwitch(system: SystemFiles, entry: string): Promise<Switch> {
  const read = (file: string) => system.text(`/sys/class/rfkill/${entry}/${file}`);
  const [type, name, soft, hard] = await Promise.all([
    read("type"),
    read("name"),
    read("soft"),
    read("hard"),
  ]);
  return { type: type ?? "unknown", name: name ?? entry, blocked: blockedBy(soft, hard) };
}

function blockedBy(soft: string | null, hard: string | null): Switch["blocked"] {
  if (hard === "1") return "switch";
  if (soft === "1") return "program";
  return soft === "0" && hard === "0" ? "no" : null;
}

/** Red where a radio is on, or has no switch that says it is off. */
export function judgeRadios({ devices, switches }: RadioFacts): Judgement {
  if (devices === null) return notKnown("This system does not tell which radios it has.");
  const on = switches.filter(({ blocked }) => blocked === "no");
  const unswitched = devices.filter(({ type }) => !switches.some((one) => one.type === type));
  if (on.length + unswitched.length > 0) return red(`On: ${shortList([...on, ...unswitched].map(named))}.`);
  const unclear = switches.filter(({ blocked }) => blocked === null);
  if (unclear.length > 0)
    return notKnown(`Whether these are off cannot be told: ${shortList(unclear.map(named))}.`);
  if (switches.length === 0) {
    return good("The system drives no radio. One that it has no driver for would not be seen.");
  }
  return good(`Off: ${shortList(switches.map(described))}.`);
}

function named({ type, name }: { readonly type: string; readonly name: string }): string {
  return `${WORDS[type] ?? type} (${name})`;
}

function described(one: Switch): string {
  return `${named(one)} by ${one.blocked === "switch" ? "its switch" : "a program, which can switch it on again"}`;
}
