import { expect, it } from "vitest";
import { type Finding, preflightItems } from "../../../electron/contract/preflight";
import { noPrinters } from "../../../electron/contract/printers";
import { systemFiles } from "../../../electron/preflight/system-files";
import { readWorkstation, type Surroundings, thisWorkstation } from "../../../electron/preflight/workstation";
import { temporaryFolder } from "../files/temporary-folder";

const items = Object.keys(preflightItems);
const runtime = { appVersion: "0.1.0", electron: "45.4.1", oldRuntime: false, sandboxed: true };

/** A system that tells nothing of itself, as one that is no Linux. */
async function silentSystem(): Promise<Surroundings> {
  const folder = await temporaryFolder();
  return {
    system: systemFiles(folder),
    env: {},
    addresses: () => ({}),
    now: () => new Date("2026-11-23T22:00:00.000Z"),
    zone: "UTC",
    freeBytes: async () => 2 ** 30,
    runtime,
    startedWith: [],
    home: "/home/ada",
    appFolder: folder,
    patienceMs: 5000,
  };
}

const verdicts = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));

it("calls nothing good that the system does not tell", async () => {
  const findings = await readWorkstation(["/keys"], null, await silentSystem());
  expect(findings.map(({ id }) => id)).toEqual(items);
  const good = findings.filter(({ verdict }) => verdict === "good").map(({ id }) => id);
  expect(good).toEqual(["free-space", "runtime"]);
  expect(findings.filter(({ verdict }) => verdict === "red")).toEqual([]);
});

it("gives every finding though everything fails", async () => {
  const broken = () => {
    throw new Error("broken");
  };
  const rejects = async () => broken();
  const findings = await readWorkstation(["/keys"], noPrinters, {
    ...(await silentSystem()),
    system: { text: rejects, names: rejects, exists: rejects, target: rejects },
    addresses: broken,
    now: broken,
    freeBytes: rejects,
  });
  expect(findings.map(({ id }) => id)).toEqual(items);
  expect(verdicts(findings)).toMatchObject({ network: "not-known", clock: "not-known", swap: "not-known" });
});

it("waits for no answer longer than its patience", async () => {
  const never = () => new Promise<never>(() => undefined);
  const findings = await readWorkstation(["/keys"], noPrinters, {
    ...(await silentSystem()),
    system: { text: never, names: never, exists: never, target: never },
    patienceMs: 20,
  });
  expect(findings.find(({ id }) => id === "swap")).toEqual({
    id: "swap",
    what: "Swap",
    verdict: "not-known",
    found: "The system did not answer in time.",
  });
  expect(verdicts(findings)).toMatchObject({ runtime: "good", printers: "good" });
});

it("looks at the machine that it runs on", async () => {
  const findings = await readWorkstation(["/"], null, thisWorkstation(runtime, import.meta.dirname, []));
  expect(findings.map(({ id }) => id)).toEqual(items);
  for (const { what, found } of findings) expect([what, found]).not.toContain("");
  expect(verdicts(findings)["free-space"]).not.toBe("not-known");
  expect(findings.filter(({ found }) => found === "This could not be looked at.")).toEqual([]);
});
