import { createContext, type Ref, useContext } from "react";
import type { Failure } from "../../electron/contract/errors";
import { sentence } from "../../electron/contract/sentences";

/** The id of the sentence that says what is wrong, by which a wrong field is described. A question has one of its own. */
export const ProblemId = createContext("problem");

interface ProblemProps {
  readonly failure: Failure | null;
  /** What gets the focus where no field is wrong. */
  readonly place?: Ref<HTMLDivElement>;
}

/** What went wrong, what is safe and what to do, read out when it appears. Nothing where nothing is wrong. */
export function Problem({ failure, place }: ProblemProps) {
  const id = useContext(ProblemId);
  return (
    <div className="problem-place" role="alert" ref={place} tabIndex={-1}>
      {failure !== null && (
        <p className="problem" id={id}>
          {sentence(failure)}
        </p>
      )}
    </div>
  );
}
