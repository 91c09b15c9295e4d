import type { ScriptStep } from "../../electron/contract/sheets";

/** A ceremony's steps in order: who acts, what is done, and who looks away. */
export function ScriptSteps({ steps }: { readonly steps: readonly ScriptStep[] }) {
  return (
    <table className="script-steps">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Who acts</th>
          <th scope="col">What is done</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ number, who, lookAway, text }) => (
          <tr key={number}>
            <td>{number}</td>
            <td>
              <bdi>{who}</bdi>
            </td>
            <td>
              <bdi>{text}</bdi>
              {lookAway !== null && (
                <p className="look-away">
                  Looks away: <bdi>{lookAway}</bdi>
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
