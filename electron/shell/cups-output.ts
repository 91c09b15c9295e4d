import type { PrinterReach } from "../contract/errors";

/** How a queue reaches its printer, by its queue's name, from what `lpstat -v` says in English. Odd lines are left out. */
export function reachesIn(devices: string): ReadonlyMap<string, PrinterReach> {
  const found = new Map<string, PrinterReach>();
  for (const line of devices.split("\n")) {
    // A queue's name has no space; it may have a colon.
    const [, name, device] = /^device for (\S+): (\S+)/.exec(line) ?? [];
    if (name !== undefined && device !== undefined) found.set(name, reachOf(device));
  }
  return found;
}

/** What a device URI says of the way to the printer. Only what is surely a cable is local. */
export function reachOf(device: string): PrinterReach {
  // What lpstat says of a class, which has several printers and no device.
  if (device === "///dev/null") return "unknown";
  // It leaves out "file:" before a path.
  if (device.startsWith("/")) return "file";
  const uri = device.toLowerCase();
  const [scheme = ""] = /^[^:]+(?=:)/.exec(uri) ?? [];
  if (LOCAL.test(scheme)) return "local";
  // HP's own driver reaches printers by cable and by network.
  if (/^hp(fax)?:\/(usb|par)\//.test(uri)) return "local";
  if (/^hp(fax)?:\/net\//.test(uri) || NETWORK.has(scheme)) return "network";
  return FILE.has(scheme) ? "file" : "unknown";
}

// Gutenprint puts its name before: gutenprint53+usb.
const LOCAL = /^(\w+\+)?(usb|parallel|serial)$/;
const NETWORK: ReadonlySet<string> = new Set(
  "ipp ipps http https socket lpd smb dnssd beh implicitclass".split(" "),
);
const FILE: ReadonlySet<string> = new Set(["cups-pdf", "file", "tofile"]);

/** The job that `lp` says it made, such as "Office-12"; null where it says none. */
export function jobIn(said: string): string | null {
  return /^request id is (\S+-\d+)(?: |$)/m.exec(said)?.[1] ?? null;
}

/** Whether a job is among those that `lpstat -o` lists, one a line, its name first. */
export function listsJob(jobs: string, job: string): boolean {
  return jobs.split("\n").some((line) => line.split(/\s/, 1)[0] === job);
}

/**
 * Whether a cupsd.conf says that the files of finished jobs are kept. CUPS keeps them for a day where it says nothing
 * (cupsd.conf(5), PreserveJobFiles); of two lines the last one holds.
 */
export function keepsFiles(configuration: string): boolean {
  const values = [...configuration.matchAll(/^\s*PreserveJobFiles\s+(\S+)/gim)].map(
    ([, value]) => value ?? "",
  );
  return !/^(no|off|false|0+)$/i.test(values.at(-1) ?? "");
}
