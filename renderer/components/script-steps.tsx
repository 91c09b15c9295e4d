import type { ScriptStep } from "../../electron/contract/sheets";

/** A ceremony's steps in order: who acts, what is done, and who looks away. */
export function ScriptSteps({ steps }: { readonly steps: readonly ScriptStep[] }) {
  return (
    <ol className="script-steps" aria-label="Steps of the script">
      {steps.map(({ number, who, lookAway, text }) => (
        <li key={number} value={number}>
          <span className="share-number">{number}</span>
          <strong>
            <bdi>{who}</bdi>
          </strong>
          <div>
            <p>
              <bdi>{text}</bdi>
            </p>
            {lookAway !== null && (
              <p className="look-away">
                Looks away: <bdi>{lookAway}</bdi>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
