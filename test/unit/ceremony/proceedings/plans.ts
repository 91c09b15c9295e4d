import { freeze } from "../../../../electron/ceremony/proceedings/parameters";
import type { FrozenPlan, PlanView } from "../../../../electron/contract/plan";
import type { Renews } from "../../../../electron/contract/renewal";
import { damagedFacts, keystoreFacts, nothingBeside } from "../facts";

/** A generation of two of three, with the Wrapping Key in a file. */
export const generation: PlanView = {
  practice: false,
  vaultName: "Payments EU",
  administrator: "Ada",
  witnesses: ["Wim"],
  custodians: ["Carla", "Chen", "Cosima"],
  sharedRolesAccepted: false,
  threshold: 2,
  allNeededAccepted: false,
  bits: 256,
  keystorePath: "/v/keystore.json",
  delivery: { way: "file", path: "/k/key.txt" },
  renews: null,
  notes: [],
  media: { keystore: "a", key: "b" },
  minutes: { scanned: 40, typed: 50 },
  sharedRoles: [],
};

const why = { reason: "It is due", authorisation: "The board", idleMinutes: 15 };

/** A plan of each kind of renewal, by its name. */
export const renewals: Readonly<Record<Renews["kind"] | "rotate-by-quorum", PlanView>> = {
  recover: renewing({
    kind: "recover",
    opener: "quorum",
    keystore: keystoreFacts,
    beside: nothingBeside,
    destroyed: [],
    ...why,
  }),
  rotate: renewing({
    kind: "rotate",
    opener: "wrapping-key",
    keystore: keystoreFacts,
    beside: nothingBeside,
    destroyed: [],
    ...why,
  }),
  "rotate-by-quorum": renewing({
    kind: "rotate",
    opener: "quorum",
    keystore: keystoreFacts,
    beside: nothingBeside,
    destroyed: [],
    ...why,
  }),
  reshare: renewing({
    kind: "reshare",
    opener: "quorum",
    keystore: keystoreFacts,
    beside: nothingBeside,
    destroyed: [],
    ...why,
  }),
  "recover-damaged": {
    ...renewing({
      kind: "recover-damaged",
      opener: "quorum",
      damaged: damagedFacts,
      fingerprint: "0f".repeat(16),
      copies: [],
      ...why,
    }),
    vaultName: "",
    custodians: [],
    threshold: 0,
  },
};

/** Every kind of plan that leads to a keystore. */
export const everyPlan: readonly (readonly [string, PlanView])[] = [
  ["generate", generation],
  ...Object.entries(renewals),
];

/** The plan, frozen as in production where a rehearsal was held. */
export function frozen(plan: PlanView = generation): FrozenPlan {
  return freeze(plan, true);
}

function renewing(renews: Renews): PlanView {
  const delivery = renews.kind === "reshare" ? ({ way: "sheet" } as const) : generation.delivery;
  return { ...generation, renews, delivery };
}
