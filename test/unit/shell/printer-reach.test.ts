import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachOf } from "../../../electron/shell/printer-reach";

const ownNames = ["Workstation", "workstation.local", "192.168.7.2", "fe80::1:2%eth0"];

describe("reachOf", () => {
  it.each([
    ["usb://HP/LaserJet%20Pro?serial=1", "local"],
    ["USB://HP", "local"],
    ["parallel:/dev/lp0", "local"],
    ["serial:/dev/ttyS0?baud=9600", "local"],
    ["hp:/usb/HP_LaserJet?serial=1", "local"],
    ["hpfax:/par/OfficeJet", "local"],
    ["gutenprint53+usb://canon-cp900", "local"],
    ["beh:/1/3/5/usb://HP/LaserJet", "local"],

    ["hp:/net/HP_LaserJet?ip=10.0.0.9", "network"],
    ["ipp://printer.local:631/ipp/print", "network"],
    ["ipps://printer/ipp", "network"],
    ["http://server/printers/a", "network"],
    ["https://server/printers/a", "network"],
    ["socket://10.0.0.9:9100", "network"],
    ["lpd://10.0.0.9/queue", "network"],
    ["smb://user@server/share", "network"],
    ["smb://user:word@WORKGROUP/server/share", "network"],
    ["dnssd://Office._ipp._tcp.local/?uuid=1", "network"],
    ["beh:/1/3/5/socket://10.0.0.9", "network"],
    ["ipp://workstation.example:60000/ipp/print", "network"],
    ["ipp://localhost.example:60000/ipp/print", "network"],
    ["ipp://localhost@printer.example:60000/ipp/print", "network"],
    ["ipp://printer.example/localhost:60000", "network"],
    ["ipp://128.0.0.1:60000/", "network"],
    ["ipp://[::2]:60000/", "network"],
    ["ipp://[::ffff:10.0.0.9]:60000/", "network"],
    ["ipp://192.168.7.3:60000/ipp/print", "network"],
    ["ipp:", "network"],
    ["ipp://", "network"],
    // Whoever names a printer may write (USB) into its name, but not behind it.
    ["dnssd://Laser%20(USB)%20two._ipp._tcp.local/", "network"],
    ["ipp://printer.example/Laser%20(USB)._ipp._tcp.local/", "network"],
    ["socket://Laser(USB)._ipp._tcp.example/", "network"],

    ["ipp://localhost:60000/ipp/print", "program"],
    ["IPP://LocalHost:60000/ipp/print", "program"],
    ["ipps://localhost:60001/ipp/print", "program"],
    ["http://localhost:60000/", "program"],
    ["http://localhost/", "program"],
    ["https://localhost:6310/", "program"],
    ["ipp://localhost.:60000/", "program"],
    ["ipp://localhost.localdomain:60000/", "program"],
    ["ipp://printer.localhost:60000/", "program"],
    ["ipp://ip6-localhost:60000/", "program"],
    ["ipp://127.0.0.1:60000/ipp/print", "program"],
    ["ipp://127.0.0.2:60000/ipp/print", "program"],
    ["ipp://127.1:60000/", "program"],
    ["ipp://2130706433:60000/", "program"],
    ["ipp://user@127.0.0.1:60000/", "program"],
    ["ipp://[::1]:60000/", "program"],
    ["ipp://[0:0:0:0:0:0:0:1]:60000/", "program"],
    ["ipp://[::ffff:127.0.0.1]:60000/", "program"],
    ["ipp://0.0.0.0:60000/", "program"],
    ["ipp://workstation:60000/ipp/print", "program"],
    ["ipp://WORKSTATION.local.:60000/ipp/print", "program"],
    ["ipp://192.168.7.2:60000/ipp/print", "program"],
    ["ipp://[fe80::1:2]:60000/ipp/print", "program"],
    ["socket://localhost:9100", "program"],
    ["socket://127.0.0.1", "program"],
    ["lpd://localhost/queue", "program"],
    ["beh:/1/3/5/ipp://localhost:60000/ipp/print", "program"],
    ["ipp://HP%20LaserJet%20(USB)._ipp._tcp.local/", "program"],
    ["ipps://HP%20LaserJet%20%28USB%29._ipps._tcp.local/", "program"],
    ["ipp://HP LaserJet (USB 2)._ipp._tcp.local./", "program"],
    ["dnssd://HP%20LaserJet%20(USB)._ipp._tcp.local/?uuid=1", "program"],

    ["cups-pdf:/", "file"],
    ["tofile:///tmp", "file"],
    ["file:///dev/null", "file"],
    ["/var/spool/out.prn", "file"],

    // A queue of the print server itself, which has a printer of its own.
    ["ipp://localhost/printers/Office", "unknown"],
    ["ipp://localhost:631/printers/Office", "unknown"],
    ["ipps://[::1]:631/printers/Office", "unknown"],
    ["http://localhost:631/printers/Office", "unknown"],
    // cups-browsed chooses a printer for each page.
    ["implicitclass://Office/", "unknown"],
    ["///dev/null", "unknown"],
    ["bluetooth://001122334455", "unknown"],
    ["hp:/somehow", "unknown"],
    ["beh:/1/3/usb://HP", "unknown"],
    ["beh:/1/3/5/", "unknown"],
    ["usbx://HP", "unknown"],
    ["usb", "unknown"],
    ["", "unknown"],
  ])("says of %s: %s", (device, reach) => {
    expect(reachOf(device, ownNames)).toBe(reach);
  });

  it("never calls local what is not surely a cable", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, text) => {
        expect(reachOf(url)).not.toBe("local");
        expect(reachOf(`x${text}`)).not.toBe("local");
      }),
    );
  });

  it("takes no address of another machine for one of this one's", () => {
    const elsewhere = fc.oneof(
      fc.domain(),
      fc.ipV4().filter((address) => !/^(127|0)\./.test(address)),
    );
    fc.assert(
      fc.property(elsewhere, fc.constantFrom("ipp", "ipps", "http", "socket", "lpd"), (host, scheme) => {
        expect(reachOf(`${scheme}://${host}:60000/ipp/print`, ownNames)).toBe("network");
      }),
    );
  });
});
