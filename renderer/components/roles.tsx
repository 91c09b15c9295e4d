import type { ReactNode } from "react";

export interface RolesOfAStep {
  readonly acts: ReactNode;
  readonly watch?: ReactNode;
  readonly lookAway?: ReactNode;
}

/** Who acts, who watches and who looks away: the room reads it before anything is done. */
export function Roles({ acts, watch, lookAway }: RolesOfAStep) {
  return (
    <dl className="roles" aria-label="Who does what">
      <div className="role role-acts">
        <dt>At the keyboard</dt>
        <dd>{acts}</dd>
      </div>
      {watch !== undefined && (
        <div className="role">
          <dt>Watching the screen</dt>
          <dd>{watch}</dd>
        </div>
      )}
      {lookAway !== undefined && (
        <div className="role role-away">
          <dt>Looking away</dt>
          <dd>{lookAway}</dd>
        </div>
      )}
    </dl>
  );
}
