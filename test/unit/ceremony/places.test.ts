import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRound } from "./held-check";
import { closeRecord, openRecord } from "./held-frame";
import { othersIn, recordIn, recordsIn } from "./held-record";
import {
  acceptAndOpen,
  begin,
  type HeldRoom,
  handOver,
  holdRoom,
  ordered,
  people,
  plan,
  planAndBegin,
} from "./held-room";

const deliveredTo = (path: string) => ({ delivery: { way: "file", path }, order: null }) as const;

/** Proves every share and delivers the Wrapping Key, while something stands where the keystore was to go. */
async function deliverWithoutRoom(held: HeldRoom): Promise<void> {
  await planAndBegin(held);
  for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
  await writeFile(join(held.folder, "keystore.json"), "somebody else's");
  await held.must("deliver", deliveredTo(join(held.folder, "wrapping-key.txt")));
  held.at("not-written");
}

describe("a keystore that could not be written", () => {
  it("can be tried at the same place again, however its path is spelt", async () => {
    const held = await holdRoom();
    await deliverWithoutRoom(held);
    await rm(join(held.folder, "keystore.json"));
    await held.must("writeKeystore", { path: `${held.folder}/./keystore.json` });
    expect(held.at("second-copy").plan.keystorePath).toBe(join(held.folder, "keystore.json"));
    expect(await othersIn(held.folder)).toEqual(["keystore.json", "unfinished.json", "wrapping-key.txt"]);
  });

  it("can be tried again at a place whose lock is already this ceremony's", async () => {
    const held = await holdRoom();
    await deliverWithoutRoom(held);
    const path = join(held.folder, "other.json");
    // The note cannot be written: the place is locked by then, and nothing else has happened.
    const note = join(held.folder, "unfinished.json");
    await rm(note);
    await mkdir(note);
    await held.must("writeKeystore", { path });
    held.at("not-written");
    await rmdir(note);
    await held.must("writeKeystore", { path });
    expect(held.at("second-copy").plan.keystorePath).toBe(path);
  });
});

describe("the last look at what was written", () => {
  it("finds a Wrapping Key's file that is gone, and goes on when it is back", async () => {
    const held = await holdRoom();
    await deliverWithoutRoom(held);
    const [keystore, key] = [join(held.folder, "keystore.json"), join(held.folder, "wrapping-key.txt")];
    await rm(keystore);
    await rename(key, `${key}.gone`);
    await held.must("writeKeystore", { path: keystore });
    expect(held.at("not-written").problem).toEqual({ code: "file.missing", path: key });
    expect(existsSync(keystore)).toBe(false);
    await rename(`${key}.gone`, key);
    await held.must("writeKeystore", { path: keystore });
    expect(held.at("second-copy").told).toEqual([]);
  });

  it("leaves what somebody else put in the place of the Wrapping Key, and names it", async () => {
    const held = await holdRoom();
    await deliverWithoutRoom(held);
    const key = join(held.folder, "wrapping-key.txt");
    await writeFile(key, "5e".repeat(32));
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(held.at("aborted").remaining).toEqual([key]);
    expect(await readFile(key, "utf8")).toBe("5e".repeat(32));
  });

  it("tells of a lock that cannot be removed, to the end and in the record, and the keystore is written", async () => {
    const held = await holdRoom();
    await deliverWithoutRoom(held);
    const lock = join(held.folder, "keystore.json.lock");
    await rm(join(held.folder, "keystore.json"));
    await rm(lock);
    await mkdir(lock);
    await held.must("writeKeystore", { path: join(held.folder, "keystore.json") });
    const told = [{ what: "lock-left", path: lock }];
    expect(held.at("second-copy").told).toEqual(told);
    await held.must("skipSecondCopy", null);
    await closeRecord(held);
    expect(held.at("done").told).toEqual(told);
    const { lines } = await recordIn(held.folder);
    expect(lines.find(({ event }) => event === "keystore.written")).toMatchObject({ data: { told } });
  });

  it("tells of a lock of a place that was given up, too", async () => {
    const held = await holdRoom();
    await deliverWithoutRoom(held);
    const lock = join(held.folder, "keystore.json.lock");
    await rm(lock);
    await mkdir(lock);
    await held.must("writeKeystore", { path: join(held.folder, "other.json") });
    expect(held.at("second-copy").told).toEqual([{ what: "lock-left", path: lock }]);
  });
});

describe("a place that is lost between the plan and the start", () => {
  it("is told on the script, and can be waited for or chosen anew: nothing has begun", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await held.must("planVault", { vaultName: "Payments EU" });
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const keystorePath = join(held.folder, "keystore.json");
    const plan = { keystorePath, delivery: { way: "sheet" }, sharedMediumAccepted: false } as const;
    await held.must("planPlaces", plan);
    await writeFile(`${keystorePath}.lock`, "");
    await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: false });
    await held.must("startCeremony", null);
    expect(held.at("script").problem).toMatchObject({ code: "file.locked", path: keystorePath });
    expect(await recordsIn(held.folder)).toEqual([]);
    await held.must("back", null);
    await held.must("back", null);
    expect(held.at("places").draft.custodians).toEqual(people.custodians);
    await held.must("planPlaces", { ...plan, keystorePath: join(held.folder, "other.json") });
    await begin(held);
    held.at("distribute");
    expect(existsSync(join(held.folder, "other.json.lock"))).toBe(true);
  });

  it("is used when it is free again", async () => {
    const held = await holdRoom();
    await plan(held);
    const lock = join(held.folder, "keystore.json.lock");
    await writeFile(lock, "");
    await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: false });
    await held.must("startCeremony", null);
    expect(held.at("script").problem).toMatchObject({ code: "file.locked" });
    await rm(lock);
    await openRecord(held);
    held.at("proof");
  });

  it("aborts a ceremony whose record is open, and is named", async () => {
    const held = await holdRoom();
    await plan(held);
    await acceptAndOpen(held);
    // The note cannot be written: nothing may be made then.
    const note = join(held.folder, "unfinished.json");
    await rm(note);
    await mkdir(note);
    await held.must("skipProof", null);
    expect(held.at("aborted")).toMatchObject({ problem: { path: note }, destroy: [], remaining: [note] });
    const { verified, lines } = await recordIn(held.folder);
    expect(verified.sealed).toBe(true);
    expect(lines.at(-2)).toMatchObject({
      event: "ceremony.aborted",
      actor: "app",
      data: { filesThatStayed: [note] },
    });
  });
});

describe("a place that the app has a file of its own at", () => {
  it("is refused in the plan, for the keystore and for the Wrapping Key", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await held.must("planVault", { vaultName: "Payments EU" });
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const at = (name: string) => join(held.folder, name);
    for (const [keystore, key, own] of [
      ["keystore.json", "unfinished.json", "unfinished.json"],
      ["keystore.json", "keystore.json.lock", "keystore.json.lock"],
      ["unfinished.json", "key.txt", "unfinished.json"],
    ] as const) {
      const delivery = { way: "file", path: at(key) } as const;
      await held.must("planPlaces", { keystorePath: at(keystore), delivery, sharedMediumAccepted: true });
      expect(held.at("places").problem).toEqual({ code: "plan.own-place", path: at(own) });
    }
  });
});

describe("a place whose medium cannot have the names of this ceremony", () => {
  it("is refused in the plan, before anything is made", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await held.must("planVault", { vaultName: "Payments EU" });
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const at = (name: string) => join(held.folder, name);
    const long = "x".repeat(220);
    for (const [keystore, key, problem] of [
      // The keystore could be written, but its record could not.
      [`${long}.json`, "key.txt", { code: "file.name-too-long", path: at(`${long}.json`) }],
      ["keystore.json", "ü".repeat(128), { code: "file.name-too-long", path: at("ü".repeat(128)) }],
      [
        "keystore.json",
        "keystore.generation-1.json",
        { code: "plan.same-path", path: at("keystore.generation-1.json") },
      ],
    ] as const) {
      const delivery = { way: "file", path: at(key) } as const;
      await held.must("planPlaces", { keystorePath: at(keystore), delivery, sharedMediumAccepted: true });
      expect(held.at("places").problem).toMatchObject(problem);
    }
    expect(await othersIn(held.folder)).toEqual([]);
  });

  it("is refused for a report, and another name can be given", async () => {
    const [held] = await openRound();
    await held.must("endRound", null);
    const path = join(held.folder, "x".repeat(256));
    await held.must("saveCustody", { path });
    expect(held.view().page).toMatchObject({
      step: "custody",
      problem: { code: "file.name-too-long", path },
    });
    await held.must("saveCustody", { path: join(held.folder, "report.txt ") });
    expect(await othersIn(held.folder)).toContain("report.txt");
  });
});

describe("the delivery of a Wrapping Key", () => {
  it("on paper, where a file was planned, leaves no file's path in the note", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const note = async () => JSON.parse(await readFile(join(held.folder, "unfinished.json"), "utf8"));
    expect(await note()).toMatchObject({ wrappingKeyPath: join(held.folder, "wrapping-key.txt") });
    await writeFile(join(held.folder, "wrapping-key.txt"), "somebody else's");
    await held.must("deliver", deliveredTo(join(held.folder, "wrapping-key.txt")));
    await held.must("findPrinters", null);
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    held.at("key-printed");
    expect(await note()).toMatchObject({ wrappingKeyPath: null });
  });

  it("is refused where the keystore will go", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const path = `${held.folder}/./keystore.json`;
    const planned = join(held.folder, "wrapping-key.txt");
    await writeFile(planned, "somebody else's");
    await held.must("deliver", deliveredTo(planned));
    await rm(planned);
    await held.must("deliver", deliveredTo(path));
    expect(held.at("deliver").problem).toEqual({ code: "plan.same-path", path });
    expect(existsSync(path)).toBe(false);
    await held.must("deliver", deliveredTo(join(held.folder, "wrapping-key.txt")));
    held.at("second-copy");
  });
});

describe("a second copy", () => {
  it("replaces nothing, and can be tried at another place", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    await held.must("deliver", deliveredTo(join(held.folder, "wrapping-key.txt")));
    const keystorePath = join(held.folder, "keystore.json");
    await held.must("copyKeystore", { path: keystorePath });
    expect(held.at("second-copy").problem).toEqual({ code: "file.exists", path: keystorePath });
    await held.must("copyKeystore", { path: join(held.folder, "gone", "second.json") });
    expect(held.at("second-copy").problem).toMatchObject({ code: "file.folder-missing" });
    await held.must("copyKeystore", { path: join(held.folder, "second.json") });
    held.at("sign-off");
    expect(await readFile(join(held.folder, "second.json"))).toEqual(await readFile(keystorePath));
    expect(await othersIn(held.folder)).toEqual([
      "keystore.json",
      "second.json",
      "unfinished.json",
      "wrapping-key.txt",
    ]);
  });
});

describe("a Wrapping Key that was planned on paper", () => {
  it("goes into a file on the keystore's medium only after a person was told", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await held.must("planVault", { vaultName: "V" });
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const keystorePath = join(held.folder, "keystore.json");
    const planned = { keystorePath, delivery: { way: "sheet" } as const, sharedMediumAccepted: false };
    await held.must("planPlaces", planned);
    await begin(held);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const path = join(held.folder, "wrapping-key.txt");
    await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
    await held.must("answerKeyPrinted", { cameOut: false });
    await held.must("deliver", deliveredTo(path));
    expect(held.at("deliver").problem).toEqual({ code: "file.same-medium", path });
    expect(existsSync(path)).toBe(false);
    await held.must("deliver", deliveredTo(path));
    held.at("second-copy");
    expect(await othersIn(held.folder)).toEqual(["keystore.json", "unfinished.json", "wrapping-key.txt"]);
  });
});
