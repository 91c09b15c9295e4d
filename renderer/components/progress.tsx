import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { Renews } from "../../electron/contract/renewal";
import { Tick } from "./tick";

type Stage = "Plan" | "Open" | "Make the keys" | "Distribute" | "Deliver" | "Write" | "Done";

const stagesOf: Readonly<Record<"generate" | Renews["kind"], readonly Stage[]>> = {
  generate: ["Plan", "Make the keys", "Distribute", "Deliver", "Done"],
  recover: ["Plan", "Open", "Deliver", "Done"],
  "recover-damaged": ["Plan", "Open", "Deliver", "Done"],
  rotate: ["Plan", "Open", "Deliver", "Done"],
  reshare: ["Plan", "Open", "Distribute", "Write", "Done"],
};

const stageOf: Readonly<Record<Exclude<CeremonyView["step"], "aborted">, Stage>> = {
  reason: "Plan",
  fingerprint: "Plan",
  vault: "Plan",
  people: "Plan",
  quorum: "Plan",
  key: "Plan",
  places: "Plan",
  review: "Plan",
  proof: "Plan",
  "proof-printing": "Plan",
  "proof-read": "Plan",
  proven: "Plan",
  gather: "Open",
  "enter-share": "Open",
  searching: "Open",
  repairs: "Open",
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
  writing: "Deliver",
  "not-written": "Deliver",
  "second-copy": "Deliver",
  "old-keystore": "Deliver",
  done: "Done",
};

/** Where the whole ceremony stands, and of the shares how many are proven. */
export function Progress({ view }: { readonly view: CeremonyView }) {
  if (view.step === "aborted") return null;
  const { renews } = "draft" in view ? view.draft : view.plan;
  const stages = stagesOf[renews?.kind ?? "generate"];
  const now = stages.indexOf(stageIn(stages, stageOf[view.step]));
  return (
    <ol className="progress" aria-label="Progress of the ceremony">
      {stages.map((stage, at) => (
        <li key={stage} aria-current={at === now ? "step" : undefined} data-state={stateOf(at, now)}>
          <span className="progress-mark" aria-hidden="true">
            {at < now ? <Tick /> : at + 1}
          </span>
          <span>
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
