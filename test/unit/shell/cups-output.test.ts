import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobIn, keepsFiles, listsJob, reachesIn, reachOf } from "../../../electron/shell/cups-output";

describe("reachOf", () => {
  it.each([
    ["usb://HP/LaserJet%20Pro?serial=1", "local"],
    ["USB://HP", "local"],
    ["parallel:/dev/lp0", "local"],
    ["serial:/dev/ttyS0?baud=9600", "local"],
    ["hp:/usb/HP_LaserJet?serial=1", "local"],
    ["hpfax:/par/OfficeJet", "local"],
    ["gutenprint53+usb://canon-cp900", "local"],
    ["hp:/net/HP_LaserJet?ip=10.0.0.9", "network"],
    ["ipp://printer.local:631/ipp/print", "network"],
    ["ipps://printer/ipp", "network"],
    ["http://server/printers/a", "network"],
    ["https://server/printers/a", "network"],
    ["socket://10.0.0.9:9100", "network"],
    ["lpd://10.0.0.9/queue", "network"],
    ["smb://user@server/share", "network"],
    ["dnssd://Office._ipp._tcp.local/?uuid=1", "network"],
    ["beh:/1/3/5/socket://10.0.0.9", "network"],
    ["implicitclass://Office/", "network"],
    ["cups-pdf:/", "file"],
    ["tofile:///tmp", "file"],
    ["file:///dev/null", "file"],
    ["/var/spool/out.prn", "file"],
    ["///dev/null", "unknown"],
    ["bluetooth://001122334455", "unknown"],
    ["hp:/somehow", "unknown"],
    ["usbx://HP", "unknown"],
    ["usb", "unknown"],
    ["", "unknown"],
  ])("says of %s: %s", (device, reach) => {
    expect(reachOf(device)).toBe(reach);
  });

  it("never calls local what is not surely a cable", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, text) => {
        expect(reachOf(url)).not.toBe("local");
        expect(reachOf(`x${text}`)).not.toBe("local");
      }),
    );
  });
});

describe("reachesIn", () => {
  it("reads a device a line, whatever stands between", () => {
    const said = [
      "lpstat: warning",
      "device for Office: ipp://office/print",
      "device for odd:name: usb://HP/1",
      "device for a b: usb://no",
      "device for cut",
      "device for Empty: ",
      "no device for Other: usb://HP/2",
      "",
    ].join("\n");
    expect([...reachesIn(said)]).toEqual([
      ["Office", "network"],
      ["odd:name", "local"],
    ]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => reachesIn(text).size >= 0));
  });
});

describe("jobIn", () => {
  it.each([
    ["request id is Office-12 (1 file(s))\n", "Office-12"],
    ["request id is My-Laser-2-7 (0 file(s))", "My-Laser-2-7"],
    ["warning\nrequest id is Office-1 (1 file(s))\n", "Office-1"],
    ["request id is Office", null],
    ["", null],
  ])("finds in %j the job %j", (said, job) => {
    expect(jobIn(said)).toBe(job);
  });
});

describe("listsJob", () => {
  const jobs = "Office-1                ada               1024   Mon Nov 23\nOffice-12   ada  9 Mon\n";

  it("knows a job by its whole name", () => {
    expect(listsJob(jobs, "Office-12")).toBe(true);
    expect(listsJob(jobs, "Office-1")).toBe(true);
    expect(listsJob(jobs, "Office-2")).toBe(false);
    expect(listsJob(jobs, "Office")).toBe(false);
    expect(listsJob("", "Office-1")).toBe(false);
  });
});

describe("keepsFiles", () => {
  it.each([
    ["PreserveJobFiles No", false],
    ["  preservejobfiles   off  ", false],
    ["PreserveJobFiles 0", false],
    ["PreserveJobFiles false\nListen /run/cups/cups.sock", false],
    ["PreserveJobFiles Yes", true],
    ["PreserveJobFiles 3600", true],
    ["PreserveJobFiles", true],
    ["# PreserveJobFiles No", true],
    ["PreserveJobHistory No", true],
    ["PreserveJobFiles No\nPreserveJobFiles Yes", true],
    ["PreserveJobFiles Yes\nPreserveJobFiles No", false],
    ["", true],
  ])("says of %j: %s", (configuration, kept) => {
    expect(keepsFiles(configuration)).toBe(kept);
  });
});
