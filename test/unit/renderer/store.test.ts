import { describe, expect, it } from "vitest";
import type { Failure } from "../../../electron/contract/errors";
import type { AppView } from "../../../electron/contract/views";
import { type Mirror, placeOf, withView } from "../../../renderer/store";

const workstation = { appVersion: "0.1.0", electron: "45.4.1", oldRuntime: false, sandboxed: true };
const refusal: Failure = { code: "ceremony.not-now" };

function home(revision: number): AppView {
  return {
    revision,
    ceremonyId: null,
    startedAt: null,
    workstation,
    asking: null,
    page: { at: "home", unfinished: null },
  };
}

const plan = {
  practice: false,
  vaultName: "Payments",
  administrator: "A",
  witnesses: ["B"],
  custodians: ["C", "D", "E"],
  sharedRolesAccepted: false,
  sharedRoles: [],
  rehearsalHeld: true,
  parametersHash: "0".repeat(64),
  renews: null,
  threshold: 2,
  allNeededAccepted: false,
  bits: 256,
  keystorePath: "/k.json",
  delivery: { way: "sheet" },
  notes: [],
  media: { keystore: null, key: null },
  minutes: { scanned: 37, typed: 43 },
} as const;

function making(revision: number, stage: "keys" | "split"): AppView {
  return { ...home(revision), page: { at: "ceremony", step: "making", plan, stage } };
}

function signing(name: string): AppView {
  const signer = { name, roles: ["witness"], said: "open" } as const;
  return { ...home(1), page: { at: "ceremony", step: "signing", plan, signer, problem: null } };
}

const nothing: Mirror = { view: null, waiting: 0, refusal: null };

describe("the mirror of main's view", () => {
  it("takes the first view, whatever its revision", () => {
    expect(withView(nothing, home(7)).view).toEqual(home(7));
  });

  it("keeps a refusal the very same while views say nothing new, and takes one of a new revision for another", () => {
    const problem = { code: "ceremony.second-copy-differs" } as const;
    const at = (revision: number, name: string): AppView => {
      const view = signing(name);
      return { ...view, revision, page: { ...view.page, problem: { ...problem } } as AppView["page"] };
    };
    const problemOf = ({ view }: Mirror) =>
      view !== null && "problem" in view.page ? view.page.problem : null;
    const first = withView(nothing, at(5, "Ada"));
    const quiet = withView(first, at(5, "Ada"));
    expect(problemOf(quiet)).toBe(problemOf(first));
    expect(quiet.view).toEqual(at(5, "Ada"));
    const again = withView(quiet, at(6, "Ada"));
    expect(problemOf(again)).toEqual(problem);
    expect(problemOf(again)).not.toBe(problemOf(first));
  });

  it("ignores a view that is older than the one it shows", () => {
    const now = withView(nothing, making(5, "split"));
    expect(withView(now, home(4))).toBe(now);
  });

  it("takes a view of the same revision: what was typed meanwhile shows at once", () => {
    const now = withView(nothing, making(5, "keys"));
    expect(withView(now, making(5, "split")).view).toEqual(making(5, "split"));
  });

  it("keeps a refusal while the place stays, and forgets it with the place", () => {
    const now: Mirror = { view: making(5, "keys"), waiting: 0, refusal };
    expect(withView(now, making(6, "split")).refusal).toEqual(refusal);
    expect(withView(now, home(6)).refusal).toBeNull();
  });
});

describe("the place of a view", () => {
  it("is the step, so that its stages stay one screen", () => {
    expect(placeOf(making(1, "keys"))).toBe(placeOf(making(2, "split")));
    expect(placeOf(home(1))).toBe("home");
  });

  it("is another one for another person, and the same while something is asked before it", () => {
    expect(placeOf(signing("Ruth"))).not.toBe(placeOf(signing("Jonas")));
    const asked: AppView = { ...signing("Ruth"), asking: { what: "exception", about: null } };
    expect(placeOf(asked)).toBe(placeOf(signing("Ruth")));
  });
});
