import type { ReactNode } from "react";

export interface Fact {
  readonly what: string;
  readonly is: ReactNode;
}

/** Facts in two columns: what it is, and what it says. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ what, is }) => (
        <div key={what} className="fact">
          <dt>
            <bdi>{what}</bdi>
          </dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
}
