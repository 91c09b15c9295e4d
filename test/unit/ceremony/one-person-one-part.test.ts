import { describe, expect, it } from "vitest";
import { checkParts, readPeople } from "../../../electron/ceremony/people";
import { readNewBag } from "../../../electron/ceremony/proceedings/bags";
import { firstClosing } from "../../../electron/ceremony/proceedings/closing";
import { readException } from "../../../electron/ceremony/proceedings/exception";
import { readVaultName } from "../../../electron/ceremony/writing/plan";
import { comeToPreflight } from "./held-frame";
import { holdRoom, people } from "./held-room";
import { makeVaultFile } from "./held-vault";

/** What nobody sees in a name: a zero width space and joiner, a soft hyphen, a variation selector, a filler, a direction. */
const unseen = ["\u200b", "\u200d", "\u00ad", "\ufe0f", "\u3164", "\u202e"];

describe.each(unseen)("a name with %j in it", (mark) => {
  const other = `Ca${mark}rla`;

  it("is the same person's as the one that looks like it", () => {
    const others = { administrator: "Ada", witnesses: ["Wim"] };
    const twice = { ...others, custodians: ["Carla", other, "Chen"] };
    expect(checkParts(twice, true)).toEqual({
      ok: false,
      error: { code: "plan.same-person", first: "Carla", second: other },
    });
    const both = { administrator: other, witnesses: ["Wim"], custodians: ["Carla", "Chen"] };
    expect(checkParts(both, false)).toEqual({
      ok: false,
      error: { code: "plan.confirm-roles", person: "Carla" },
    });
    const plan = { practice: false, sharedRoles: [] };
    const setup = { printer: null, paper: "a4", agreed: [] } as const;
    expect(firstClosing({ plan, setup }, both, null).signers.map(({ roles }) => roles)).toEqual([
      ["administrator", "custodian"],
      ["witness"],
      ["custodian"],
    ]);
  });

  it("witnesses no decision of its own", () => {
    const told = { about: null, expected: "E", happened: "H", decided: "D" };
    const named = { administrator: "Carla", witnesses: [other], custodians: [] };
    expect(readException({ ...told, decidedBy: "Carla", witnessedBy: other }, named)).toEqual({
      ok: false,
      error: { code: "exception.same-person" },
    });
  });

  it("is none where nothing else is in it, and neither is a vault's or a bag's", () => {
    expect(readPeople("witness", ["Wim", ` ${mark}`])).toEqual({
      ok: false,
      error: { code: "plan.name-empty", role: "witness", position: 1 },
    });
    expect(readVaultName(`${mark}${mark}`)).toEqual({ ok: false, error: { code: "plan.vault-name" } });
    expect(readNewBag({ number: mark, again: mark }, []).ok).toBe(false);
  });

  it("names one bag", () => {
    const bag = { number: `A${mark}-17`, again: "a-17" };
    expect(readNewBag(bag, [])).toMatchObject({ ok: true });
    expect(readNewBag(bag, [{ number: "A-17", holds: "share 1" }])).toEqual({
      ok: false,
      error: { code: "bag.used" },
    });
  });
});

it("names that emoji and scripts are written with stay as they are", () => {
  const names = ["Zoë 👩‍💻", "क्‍ष", "نازنین‌زهرا"];
  expect(readPeople("custodian", names)).toEqual({ ok: true, value: names });
});

it("a custodian of the retired set who leads its reshare has two parts, as an exception tells", async () => {
  const held = await holdRoom();
  const vault = await makeVaultFile(held.folder);
  await held.must("openKeystore", { path: vault.path });
  await held.must("startRenewal", { kind: "reshare" });
  const why = { reason: "A custodian left", authorisation: "The board", opener: "quorum" as const };
  await held.must("planReason", { ...why, destroyed: [], idleMinutes: 15 });
  const named = { ...people, administrator: " carla", custodians: ["Nora", "Nils", "Nadia"] };
  await held.must("planPeople", named);
  expect(held.at("people").problem).toEqual({ code: "plan.confirm-roles", person: "Carla" });
  // Whoever was named before, and is not any more, has no part.
  await held.must("planPeople", { ...named, custodians: ["Wim Witness", "Nils", "Nadia"] });
  await held.must("planPeople", { ...named, administrator: "Ada", sharedRolesAccepted: false });
  await held.must("back", null);
  await held.must("planPeople", { ...named, sharedRolesAccepted: true });
  await held.must("planQuorum", { threshold: 2, allNeededAccepted: false });
  expect(held.at("review").plan.sharedRoles).toEqual(["Carla"]);
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
  await comeToPreflight(held);
  await held.must("passPreflight", null);
  expect(held.at("preflight").problem).toEqual({ code: "preflight.red", open: 1 });
});
