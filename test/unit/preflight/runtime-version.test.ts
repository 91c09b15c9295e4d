import { expect, it } from "vitest";
import { judgeRuntime } from "../../../electron/preflight/runtime-version";

const sound = { appVersion: "0.1.0", electron: "45.4.1", oldRuntime: false, sandboxed: true };

it.each([
  [sound, "good", "Electron 45.4.1."],
  [
    { ...sound, electron: "25.1.1", oldRuntime: true },
    "red",
    "Electron 25.1.1. Known faults in it are not repaired.",
  ],
  [{ ...sound, sandboxed: false }, "red", "Electron 45.4.1. It runs without its sandbox."],
  [
    { node: "20.20.2" },
    "not-known",
    "Node.js 20.20.2. Whether its faults are still repaired is not known here.",
  ],
])("judges %j", (runtime, verdict, found) => {
  expect(judgeRuntime(runtime, [])).toEqual({ verdict, found });
});

it("is red where it was started with what is not its own", () => {
  const told =
    "It was started with --inspect, LD_PRELOAD: others may steer it, watch it, or keep what it does.";
  expect(judgeRuntime(sound, ["--inspect", "LD_PRELOAD"])).toEqual({
    verdict: "red",
    found: `Electron 45.4.1. ${told}`,
  });
  expect(judgeRuntime({ node: "20.20.2" }, ["--inspect", "LD_PRELOAD"])).toEqual({
    verdict: "red",
    found: `Node.js 20.20.2. Whether its faults are still repaired is not known here. ${told}`,
  });
});
