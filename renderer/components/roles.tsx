import type { ReactNode } from "react";
import { Name, Names } from "./name";

export interface RolesOfAStep {
  readonly acts: ReactNode;
  readonly watch?: ReactNode;
  readonly lookAway?: ReactNode;
}

/** Who acts, who watches and who looks away: the room reads it before anything is done. */
export function Roles({ acts, watch, lookAway }: RolesOfAStep) {
  return (
    <dl className="roles">
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
        <div className="role">
          <dt>Looking away</dt>
          <dd>{lookAway}</dd>
        </div>
      )}
    </dl>
  );
}

/** While the plan is made everybody may see the screen. */
export const planning: RolesOfAStep = { acts: "The administrator", watch: "Everybody" };

/** The administrator acts before the witnesses. */
export function beforeWitnesses(plan: {
  readonly administrator: string;
  readonly witnesses: readonly string[];
}): RolesOfAStep {
  return { acts: <Name>{plan.administrator}</Name>, watch: <Names most={3}>{plan.witnesses}</Names> };
}

/** A custodian alone, while their share is on the screen or on the table. */
export function alone({ custodian }: { readonly custodian: string }): RolesOfAStep {
  return { acts: <Name>{custodian}</Name>, lookAway: "Everybody else" };
}
