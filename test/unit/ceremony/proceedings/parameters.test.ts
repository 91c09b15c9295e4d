import { createHash } from "node:crypto";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import {
  freeze,
  kindOf,
  parametersInWords,
  parametersOf,
} from "../../../../electron/ceremony/proceedings/parameters";
import type { PlanView } from "../../../../electron/contract/plan";
import type { RenewsSound } from "../../../../electron/contract/renewal";
import { LINE_LIMIT } from "../../../../electron/record/line";
import { openRecorder } from "../../../../electron/record/recorder";
import { verifyRecordFile } from "../../../../electron/record/verify-record";
import { temporaryFolder } from "../../files/temporary-folder";
import { everyPlan, frozen, generation, renewals } from "./plans";

const vaultId = "0eef0d22-1d3c-4020-8282-b63cb8729441";
const ceremonyId = "e2b97b68-b07f-4ef1-8495-81fc2148ea34";

/** Writes a record of the plan and reads it again. Gives its line 0, and the length of that in bytes. */
async function recorded(plan: PlanView, rehearsalHeld: boolean | null) {
  const path = join(await temporaryFolder(), "r.jsonl");
  const header = { ceremonyId, vaultId, practice: plan.practice, kind: kindOf(plan) };
  const parameters = parametersOf(plan, rehearsalHeld);
  const recorder = openRecorder(
    { ...header, parameters },
    { path },
    () => new Date("2026-12-01T00:00:00.000Z"),
  );
  if (!recorder.ok) throw new Error(recorder.error.code);
  recorder.value.close();
  const lines: { readonly data: Readonly<Record<string, unknown>> }[] = [];
  const read = await verifyRecordFile(path, (line) => lines.push(line));
  if (!read.ok) throw new Error(read.error.code);
  const [first] = lines;
  return {
    facts: read.value,
    parameters: first?.data.parameters,
    length: Buffer.byteLength(JSON.stringify(first)),
  };
}

function names(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...names(member)]);
}

/** Names of 120 characters of four bytes each, all different. */
const longest = (length: number, from: number) =>
  Array.from({ length }, (_, at) => `${String.fromCodePoint(0x20000 + from + at)}${"𠮷".repeat(119)}`);

describe.each(everyPlan)("the parameters of %s", (kind, plan) => {
  it.each([null, true, false])(
    "have the hash that their record's line 0 gives, rehearsed: %s",
    async (held) => {
      const { parametersHash, rehearsalHeld } = freeze(plan, held);
      const { facts, parameters } = await recorded(plan, held);
      expect(facts.parametersHash).toBe(parametersHash);
      expect(parametersHash).toBe(
        createHash("sha256")
          .update(canonicalize(parameters) ?? "")
          .digest("hex"),
      );
      expect(rehearsalHeld).toBe(held);
      expect(parameters).toMatchObject({ ceremony: kind.replace("-by-quorum", ""), rehearsalHeld: held });
    },
  );

  it("have ASCII member names alone, and hold nothing that was not agreed on", () => {
    const parameters = parametersOf(plan, true);
    expect(names(parameters).filter((name) => /[^a-zA-Z0-9]/.test(name))).toEqual([]);
    expect(parameters).not.toHaveProperty("media");
    expect(parameters).not.toHaveProperty("minutes");
  });

  it("have another hash where anything else is agreed on", () => {
    const { parametersHash } = frozen(plan);
    const changes: readonly Partial<PlanView>[] = [
      { vaultName: "Other" },
      { administrator: "Other" },
      { witnesses: ["Wim", "Other"] },
      { custodians: [...plan.custodians, "Other"] },
      { threshold: plan.threshold + 1 },
      { keystorePath: "/other.json" },
      { sharedRoles: ["Wim"] },
      { notes: ["same-medium"] },
      ...(kind === "reshare"
        ? []
        : [{ bits: 192 } as const, { delivery: { way: "file", path: "/o" } } as const]),
    ];
    const hashes = changes.map((change) => frozen({ ...plan, ...change }).parametersHash);
    expect(new Set([parametersHash, ...hashes]).size).toBe(changes.length + 1);
    expect(freeze(plan, false).parametersHash).not.toBe(parametersHash);
    expect(freeze({ ...plan, minutes: { scanned: 1, typed: 1 } }, true).parametersHash).toBe(parametersHash);
  });

  it("stand on the script in words, each once and with something to say", () => {
    const told = parametersInWords(frozen(plan));
    expect(new Set(told.map(({ what }) => what)).size).toBe(told.length);
    expect(told.filter(({ is }) => is === "")).toEqual([]);
    expect(told.find(({ what }) => what === "Rehearsal before")?.is).toBe("One was held");
    expect(told.some(({ what }) => what === "Wrapping Key")).toBe(kind !== "reshare");
    expect(told.some(({ what }) => what === "Vault fingerprint")).toBe(kind !== "generate");
  });
});

describe("the largest plan that there can be", () => {
  it("fits into a line of its record, with every custodian's name as long as it may be", async () => {
    const custodians = longest(255, 0);
    const plan: PlanView = {
      ...generation,
      vaultName: longest(1, 999)[0] ?? "",
      administrator: longest(1, 998)[0] ?? "",
      witnesses: longest(255, 300),
      custodians,
      sharedRoles: custodians,
      keystorePath: `/${"v".repeat(4000)}`,
    };
    const { length, facts } = await recorded(plan, true);
    expect(length).toBeGreaterThan(100_000);
    expect(length).toBeLessThan(LINE_LIMIT);
    expect(facts.parametersHash).toBe(frozen(plan).parametersHash);
  });

  it("fits with every retired sheet that a keystore can list noted as destroyed", async () => {
    const renews = renewals.reshare.renews as RenewsSound;
    const sets = Array.from({ length: 255 }, (_, at) => at.toString(16).padStart(8, "0"));
    const destroyed = sets.flatMap((setId) =>
      Array.from({ length: 255 }, (_, at) => ({ setId, index: at + 1 })),
    );
    const custodians = longest(255, 0);
    const people = { custodians, sharedRoles: custodians, witnesses: longest(255, 300) };
    const plan: PlanView = { ...renewals.reshare, ...people, renews: { ...renews, destroyed } };
    const { length, parameters } = await recorded(plan, false);
    expect(length).toBeLessThan(LINE_LIMIT);
    expect(parameters).toMatchObject({ destroyed: sets.map((setId) => ({ setId })) });
  });
});

it.each(Object.entries(renewals))(
  "the script on paper says the generation and its date: %s",
  (kind, plan) => {
    const said = parametersInWords(frozen(plan)).find(({ what }) => what === "Generation before")?.is;
    expect(said).toBe(
      kind === "recover-damaged"
        ? "Unreadable, last changed at an unreadable time, as the damaged file says: nothing proves it"
        : "3, last changed 2026-11-25 09:30 UTC",
    );
  },
);

describe("the kind of a ceremony", () => {
  it("is a recovery's where the keystore is damaged", () => {
    expect(everyPlan.map(([, plan]) => kindOf(plan))).toEqual([
      "generate",
      "recover",
      "rotate",
      "rotate",
      "reshare",
      "recover",
    ]);
  });
});
