import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  devicesIn,
  hasNoQueue,
  jobIn,
  jobsIn,
  keepsFiles,
  serverRuns,
} from "../../../electron/shell/cups-output";

describe("devicesIn", () => {
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
    expect([...devicesIn(said)]).toEqual([
      ["Office", "ipp://office/print"],
      ["odd:name", "usb://HP/1"],
    ]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => devicesIn(text).size >= 0));
  });
});

describe("serverRuns", () => {
  it.each([
    ["scheduler is running\n", true],
    ["warning\nscheduler is running", true],
    ["scheduler is not running\n", false],
    ["the scheduler is running", false],
    ["", false],
  ])("says of %j: %s", (said, runs) => {
    expect(serverRuns(said)).toBe(runs);
  });
});

describe("hasNoQueue", () => {
  it.each([
    ["lpstat: No destinations added.\n", true],
    ["lpstat: Scheduler is not running.\n", false],
    ["lpstat: Forbidden\n", false],
    ["", false],
  ])("says of %j: %s", (complaint, none) => {
    expect(hasNoQueue(complaint)).toBe(none);
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

describe("jobsIn", () => {
  it("gives each job by its whole name", () => {
    const jobs = "Office-12        ada  1024  Mon\nOffice-1  ada  1024  Mon\n";
    expect(jobsIn(jobs)).toEqual(["Office-12", "Office-1"]);
    expect(jobsIn("")).toEqual([]);
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
