import { Tick } from "./tick";

interface StagesProps {
  readonly stages: readonly string[];
  /** The one under way, from 0. */
  readonly now: number;
}

/** Work that takes a moment, in words: what is done, what is being done, what follows. Each new stage is read out. */
export function Stages({ stages, now }: StagesProps) {
  return (
    <>
      <p className="unseen" role="status">
        {stages[now]}
      </p>
      <ol className="stages">
        {stages.map((stage, at) => (
          <li key={stage} data-state={at < now ? "done" : at === now ? "now" : "ahead"}>
            <span className="stage-mark">{at < now && <Tick />}</span>
            {stage}
          </li>
        ))}
      </ol>
    </>
  );
}
