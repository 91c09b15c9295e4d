import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Exception } from "../../../electron/contract/proceedings";
import { comeToPreflight, soundWorkstation, withRed } from "./held-frame";
import { recordIn } from "./held-record";
import { type HeldRoom, holdRoom, ordered, people, plan } from "./held-room";

afterEach(() => {
  vi.restoreAllMocks();
});

const [witnessedBy = ""] = people.witnesses;
const told = { expected: "E", happened: "H", decided: "D", decidedBy: people.administrator, witnessedBy };

async function except(held: HeldRoom, about: Exception["about"]): Promise<void> {
  await held.must("askException", { about });
  await held.must("recordException", { about, ...told });
}

async function accepted(change: Parameters<typeof holdRoom>[0], practice = false): Promise<HeldRoom> {
  const held = await holdRoom(change);
  await plan(held, practice);
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: practice ? null : false });
  return held;
}

describe("the preflight of a ceremony", () => {
  it("stops a production ceremony at a red item until its exception is recorded", async () => {
    const held = await accepted({ preflight: async () => withRed("swap", "network") });
    await comeToPreflight(held);
    await held.must("passPreflight", null);
    expect(held.at("preflight").problem).toEqual({ code: "preflight.red", open: 2 });
    await except(held, "swap");
    await except(held, "runtime");
    await held.must("passPreflight", null);
    expect(held.at("preflight").problem).toEqual({ code: "preflight.red", open: 1 });
    await except(held, "network");
    await held.must("passPreflight", null);
    held.at("proof");
    const { lines } = await recordIn(held.folder);
    const exceptions = lines.filter(({ event }) => event === "exception.recorded");
    expect(exceptions.map(({ data }) => data)).toEqual(
      ["swap", "runtime", "network"].map((about) => ({ about, ...told })),
    );
    expect(lines.at(-1)).toMatchObject({ event: "preflight.passed", data: { red: 2, notKnown: 0 } });
  });

  it("lets a rehearsal go on, and the record says with how many red items", async () => {
    const held = await accepted({ preflight: async () => withRed("swap", "network") }, true);
    await comeToPreflight(held);
    await held.must("passPreflight", null);
    held.at("proof");
    expect((await recordIn(held.folder)).lines.at(-1)?.data).toEqual({ red: 2, notKnown: 0 });
  });

  it("looks again where something was cured, and the record tells both looks", async () => {
    let looks = 0;
    const places: string[][] = [];
    const held = await accepted({
      preflight: async (asked) => {
        places.push([...asked]);
        looks += 1;
        return looks === 1 ? withRed("swap") : soundWorkstation;
      },
    });
    await comeToPreflight(held);
    await held.must("lookAgain", null);
    // What was compared is compared anew: the clock can have been set meanwhile.
    await held.must("compareClock", { source: "Ruth’s wristwatch", same: true });
    await held.must("compareAppHash", { source: "the page in the safe", same: true });
    await held.must("passPreflight", null);
    held.at("proof");
    // Keystore and Wrapping Key go into one folder here: it is looked at once.
    expect(places).toEqual([[held.folder], [held.folder]]);
    const { lines } = await recordIn(held.folder);
    const swap = lines.filter(({ event, data }) => event === "preflight.found" && data.item === "swap");
    expect(swap.map(({ data }) => data.verdict)).toEqual(["red", "good"]);
  });

  it("calls a clock or a hash good only where people compared it, and red where it is another", async () => {
    const held = await accepted({});
    await held.must("startCeremony", null);
    await held.must("firstHashWritten", null);
    expect(held.at("clock").finding.verdict).toBe("not-known");
    for (const source of ["", "  ", "x".repeat(121), "a\nwatch"]) {
      await held.must("compareClock", { source, same: true });
      expect(held.at("clock").problem).toEqual({ code: "preflight.source", item: "clock", limit: 120 });
    }
    expect(await held.send("compareClock", { source: "KC1:AAAA", same: true })).toEqual({
      ok: false,
      error: { code: "text.secret", member: "source" },
    });
    await held.must("compareClock", { source: " the radio ", same: false });
    await held.must("compareAppHash", null);
    const findings = new Map(held.at("preflight").findings.map((finding) => [finding.id, finding]));
    expect(findings.get("clock")).toMatchObject({ verdict: "red" });
    expect(findings.get("clock")?.found).toContain("the radio: not the same");
    expect(findings.get("app-hash")?.verdict).toBe("not-known");
    await held.must("passPreflight", null);
    expect(held.at("preflight").problem).toEqual({ code: "preflight.red", open: 1 });
    await except(held, "clock");
    await held.must("passPreflight", null);
    const { lines, events } = await recordIn(held.folder);
    expect(lines.find(({ event }) => event === "clock.compared")?.data).toEqual({
      source: "the radio",
      same: false,
    });
    expect(events).toContain("app-hash.not-compared");
    expect(lines.at(-1)?.data).toEqual({ red: 1, notKnown: 1 });
  });

  it("asks an exception for people with two parts, whom the plan takes only knowingly", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await held.must("planVault", { vaultName: "V" });
    const shared = { ...people, custodians: ["wim  witness", "Chen", "Cosima"] };
    await held.must("planPeople", shared);
    expect(held.at("people").problem).toEqual({ code: "plan.confirm-roles", person: "wim  witness" });
    await held.must("planPeople", { ...shared, sharedRolesAccepted: true });
    await held.must("planQuorum", { threshold: 2, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const keystorePath = join(held.folder, "k.json");
    await held.must("planPlaces", { keystorePath, delivery: { way: "sheet" }, sharedMediumAccepted: false });
    await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: false });
    await comeToPreflight(held);
    expect(held.at("preflight").sharedRoles).toEqual(["wim  witness"]);
    await held.must("passPreflight", null);
    expect(held.at("preflight").problem).toEqual({ code: "preflight.red", open: 1 });
    await except(held, "roles");
    await held.must("passPreflight", null);
    held.at("proof");
  });

  it("says that a production ceremony was rehearsed, or not, and takes no silence for an answer", async () => {
    const held = await holdRoom();
    await plan(held);
    await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: null });
    expect(held.at("review").problem).toEqual({ code: "plan.say-rehearsal" });
    await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: false });
    await held.must("startCeremony", null);
    expect((await recordIn(held.folder)).lines[0]?.data.parameters).toMatchObject({ rehearsalHeld: false });
  });

  it("knows nothing where looking itself fails, and calls nothing good", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const held = await accepted({ preflight: () => Promise.reject(new Error("No such file")) });
    await comeToPreflight(held);
    const verdicts = new Map(held.at("preflight").findings.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts.get("swap")).toBe("not-known");
    expect([...verdicts].filter(([, verdict]) => verdict === "good").map(([id]) => id)).toEqual([
      "clock",
      "app-hash",
    ]);
  });

  it("prints the script before the start, as often as people like", async () => {
    const held = await accepted({});
    await held.must("choosePage", null);
    await held.must("printPage", ordered("gone"));
    expect(held.at("script-page").problem).toEqual({ code: "print.unknown-printer" });
    await held.must("leavePage", null);
    expect(held.at("script").printed).toBe(false);
    for (const paper of ["a4", "letter"] as const) {
      await held.must("choosePage", null);
      await held.must("printPage", { printer: "paper", paper, reachAccepted: false });
      expect(held.at("script").printed).toBe(true);
    }
    expect(held.printed.map((sheet) => [sheet.kind, sheet.paper])).toEqual([
      ["script", "a4"],
      ["script", "letter"],
    ]);
    expect(held.printed[0]).toMatchObject({ steps: held.at("script").script });
  });
});
