import type { Failure } from "../../electron/contract/errors";
import { sentence } from "../../electron/contract/sentences";

/** What went wrong, what is safe and what to do, read out when it appears. Nothing where nothing is wrong. */
export function Problem({ failure }: { readonly failure: Failure | null }) {
  return (
    <div className="problem-place" role="alert">
      {failure !== null && <p className="problem">{sentence(failure)}</p>}
    </div>
  );
}
