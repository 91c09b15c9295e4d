import type { PrinterReach } from "../contract/errors";

/**
 * What a queue's device URI says of the way to its printer. `ownNames`: the names and addresses of this machine besides
 * those of the loopback. Only what is surely a cable is local; what a program on this machine serves may go anywhere.
 */
export function reachOf(device: string, ownNames: readonly string[] = []): PrinterReach {
  // What lpstat says of a class, which has several printers and no device.
  if (device === "///dev/null") return "unknown";
  // It leaves out "file:" before a path.
  if (device.startsWith("/")) return "file";
  const uri = device.toLowerCase();
  const [scheme = ""] = /^[^:]+(?=:)/.exec(uri) ?? [];
  if (LOCAL.test(scheme)) return "local";
  // HP's own driver reaches printers by cable and by network.
  if (/^hp(fax)?:\/(usb|par)\//.test(uri)) return "local";
  if (/^hp(fax)?:\/net\//.test(uri)) return "network";
  // The error handler's URI holds the one of the printer.
  if (scheme === "beh") return reachOf(/^beh:\/(?:\d+\/){3}(.+)$/.exec(uri)?.[1] ?? "", ownNames);
  if (NETWORK.has(scheme)) return reachAt(uri, scheme, ownNames);
  return FILE.has(scheme) ? "file" : "unknown";
}

// Gutenprint puts its name before: gutenprint53+usb.
const LOCAL = /^(\w+\+)?(usb|parallel|serial)$/;
const NETWORK: ReadonlySet<string> = new Set("ipp ipps http https socket lpd smb dnssd".split(" "));
const FILE: ReadonlySet<string> = new Set(["cups-pdf", "file", "tofile"]);

/** What ipp-usb calls the printers that it offers: "Laser (USB)", and the second of a kind "Laser (USB 2)". */
const USB_SERVICE =
  /^[^/]*(?: |%20)(?:\(|%28)usb(?:(?: |%20)\d+)?(?:\)|%29)\._ipps?\._tcp\.local\.?(?:[:/?]|$)/;

/** A print server's own port, which its queues have where none is named. */
const PRINT_SERVER = "631";

/** The way that a network's scheme leads to: this machine has an address in the network of its own. */
function reachAt(uri: string, scheme: string, ownNames: readonly string[]): PrinterReach {
  const place = uri.slice(`${scheme}://`.length);
  if (USB_SERVICE.test(place)) return "program";
  const address = addressIn(place);
  if (address === null || !isThisMachine(address.hostname, ownNames)) return "network";
  // A queue of the print server on this machine: it has a printer of its own, and does not say which.
  return /^ipps?$|^https?$/.test(scheme) && (address.port || usualPort(scheme)) === PRINT_SERVER
    ? "unknown"
    : "program";
}

function usualPort(scheme: string): string {
  return scheme.startsWith("ipp") ? PRINT_SERVER : "";
}

/** Host and port, written in the one way that URLs of the web have for each; null where it is no address. */
function addressIn(place: string): URL | null {
  try {
    // Of the web's own schemes this one leaves out no port that printers have.
    return new URL(`ftp://${place}`);
  } catch {
    return null;
  }
}

function isThisMachine(host: string, ownNames: readonly string[]): boolean {
  const name = plainHost(host);
  return (
    /^(?:ip6-)?localhost(?:\.localdomain)?$|\.localhost$/.test(name) ||
    /^127\.\d+\.\d+\.\d+$|^0\.0\.0\.0$/.test(name) ||
    // The same addresses in IPv6, and the IPv4 ones within it.
    /^::1?$|^::ffff:7f[\da-f]{2}:[\da-f]+$/.test(name) ||
    ownNames.some((own) => plainHost(own) === name)
  );
}

/** A host as it is compared: no brackets, no zone, no dot at the end, small letters. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "")
    .replace(/\.$/, "");
}
