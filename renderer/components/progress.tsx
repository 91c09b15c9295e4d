import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { Renews } from "../../electron/contract/renewal";
import { Tick } from "./tick";

type Stage =
  | "Plan"
  | "Prepare"
  | "Open"
  | "Make the keys"
  | "Distribute"
  | "Deliver"
  | "Write"
  | "Sign off"
  | "Done";

const stagesOf: Readonly<Record<"generate" | Renews["kind"], readonly Stage[]>> = {
  generate: ["Plan", "Prepare", "Make the keys", "Distribute", "Deliver", "Sign off", "Done"],
  recover: ["Plan", "Prepare", "Open", "Deliver", "Sign off", "Done"],
  "recover-damaged": ["Plan", "Prepare", "Open", "Deliver", "Sign off", "Done"],
  rotate: ["Plan", "Prepare", "Open", "Deliver", "Sign off", "Done"],
  reshare: ["Plan", "Prepare", "Open", "Distribute", "Write", "Sign off", "Done"],
};

/** Null where the step does not say how far its ceremony came. */
const stageOf: Readonly<Record<CeremonyView["step"], Stage | null>> = {
  reason: "Plan",
  fingerprint: "Plan",
  vault: "Plan",
  people: "Plan",
  quorum: "Plan",
  key: "Plan",
  places: "Plan",
  review: "Plan",
  script: "Prepare",
  "script-page": "Prepare",
  "script-printing": "Prepare",
  opened: "Prepare",
  clock: "Prepare",
  "app-hash": "Prepare",
  preflight: "Prepare",
  proof: "Prepare",
  "proof-printing": "Prepare",
  "proof-read": "Prepare",
  proven: "Prepare",
  gather: "Open",
  "enter-share": "Open",
  searching: "Open",
  repairs: "Open",
  bag: "Open",
  opening: "Open",
  names: "Open",
  "current-key": "Open",
  making: "Make the keys",
  distribute: "Distribute",
  "hand-over": "Distribute",
  sheet: "Distribute",
  printing: "Distribute",
  printed: "Distribute",
  copy: "Distribute",
  "read-back": "Distribute",
  spoiled: "Distribute",
  verified: "Distribute",
  deliver: "Deliver",
  delivering: "Deliver",
  "key-printed": "Deliver",
  "key-read-back": "Deliver",
  "key-bag": "Deliver",
  writing: "Deliver",
  "not-written": "Deliver",
  "second-copy": "Deliver",
  "old-keystore": "Deliver",
  "old-sheets": "Deliver",
  "sign-off": "Sign off",
  signing: "Sign off",
  sealed: "Sign off",
  "record-page": null,
  "record-printing": null,
  halted: null,
  done: "Done",
  aborted: null,
};

/** Where the whole ceremony stands, and of the shares how many are proven. */
export function Progress({ view }: { readonly view: CeremonyView }) {
  const reached = stageOf[view.step];
  if (reached === null || view.step === "aborted" || ("aborted" in view && view.aborted)) return null;
  const { renews } = "draft" in view ? view.draft : view.plan;
  const stages = stagesOf[renews?.kind ?? "generate"];
  const now = stages.indexOf(stageIn(stages, reached));
  return (
    <ol className="progress" aria-label="Progress of the ceremony">
      {stages.map((stage, at) => (
        <li key={stage} aria-current={at === now ? "step" : undefined} data-state={stateOf(at, now)}>
          <span className="progress-mark" aria-hidden="true">
            {at < now ? <Tick /> : at + 1}
          </span>
          <span className="progress-stage">
            {stage}
            {stage === "Distribute" && "shares" in view && <ShareCount view={view} />}
          </span>
          {at < now && <span className="unseen">, done</span>}
        </li>
      ))}
    </ol>
  );
}

/** A renewal makes its keys where it opens the keystore; a reshare delivers nothing and writes. */
function stageIn(stages: readonly Stage[], stage: Stage): Stage {
  if (stages.includes(stage)) return stage;
  return stage === "Deliver" ? "Write" : "Open";
}

function ShareCount({ view }: { readonly view: Extract<CeremonyView, { shares: unknown }> }) {
  const proven = view.shares.filter(({ verified }) => verified).length;
  return (
    <span className="progress-count">
      {" "}
      {proven} of {view.shares.length}
    </span>
  );
}

function stateOf(at: number, now: number): "done" | "now" | "ahead" {
  if (at === now) return "now";
  return at < now ? "done" : "ahead";
}
