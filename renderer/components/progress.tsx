import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { Renews } from "../../electron/contract/renewal";
import { type Phase, stepRow } from "../../electron/contract/steps";
import { Tick } from "./tick";

const stagesOf: Readonly<Record<"generate" | Renews["kind"], readonly Phase[]>> = {
  generate: ["Plan", "Prepare", "Make the keys", "Distribute", "Deliver", "Sign off", "Done"],
  recover: ["Plan", "Prepare", "Open", "Deliver", "Sign off", "Done"],
  "recover-damaged": ["Plan", "Prepare", "Open", "Deliver", "Sign off", "Done"],
  rotate: ["Plan", "Prepare", "Open", "Deliver", "Sign off", "Done"],
  reshare: ["Plan", "Prepare", "Open", "Distribute", "Write", "Sign off", "Done"],
};

/** Where the whole ceremony stands, and of the shares how many are proven. */
export function Progress({ view }: { readonly view: CeremonyView }) {
  const reached = stepRow(view)?.phase ?? null;
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
function stageIn(stages: readonly Phase[], stage: Phase): Phase {
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
