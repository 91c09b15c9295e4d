import { describe, expect, it } from "vitest";
import { readRuntime } from "../../../electron/preflight/runtime";

const usual = {
  electron: "45.4.1",
  argv: ["/opt/key-ceremony/key-ceremony"],
  env: { PATH: "/usr/bin" },
  appVersion: "0.1.0",
};

describe("readRuntime", () => {
  it("finds nothing to say about the runtime that the app is shipped with", () => {
    expect(readRuntime(usual)).toEqual({
      appVersion: "0.1.0",
      electron: "45.4.1",
      oldRuntime: false,
      sandboxed: true,
    });
  });

  it.each([
    ["25.1.1", true],
    ["44.9.9", true],
    ["45.0.0", false],
    ["46.0.0-beta.1", false],
    ["100.0.0", false],
    ["", true],
    ["unknown", true],
  ])("takes Electron %j for old: %j", (electron, old) => {
    expect(readRuntime({ ...usual, electron }).oldRuntime).toBe(old);
  });

  it.each([
    ["--no-sandbox", false],
    ["-no-sandbox", false],
    ["--no-sandbox=0", false],
    ["--disable-seccomp-filter-sandbox", false],
    ["--disable-namespace-sandbox", false],
    ["--enable-sandbox", true],
    ["no-sandbox", true],
    ["--no-sandbox-please", true],
  ])("calls a process started with %s sandboxed: %j", (argument, sandboxed) => {
    expect(readRuntime({ ...usual, argv: [...usual.argv, argument, "."] }).sandboxed).toBe(sandboxed);
  });

  it.each([
    ["1", false],
    ["0", false],
    ["", true],
  ])("knows the variable that takes the sandbox away: %j, sandboxed: %j", (value, sandboxed) => {
    expect(readRuntime({ ...usual, env: { ELECTRON_DISABLE_SANDBOX: value } }).sandboxed).toBe(sandboxed);
  });
});
