import { inFours } from "../../electron/contract/fours";
import type { RetiredSetFacts } from "../../electron/contract/keystore-facts";
import type { DestroyedSheet } from "../../electron/contract/renewal";
import { Confirmation } from "./confirmation";
import { Name } from "./name";

interface DestroyedSheetsProps {
  readonly sets: readonly RetiredSetFacts[];
  readonly value: readonly DestroyedSheet[];
  readonly onChange: (destroyed: readonly DestroyedSheet[]) => void;
}

/** The sheets of retired sets that may still exist: whoever witnessed one destroyed notes it here. */
export function DestroyedSheets({ sets, value, onChange }: DestroyedSheetsProps) {
  const atLarge = sets.flatMap(({ id, sheets }) =>
    sheets.filter(({ destroyedAt }) => destroyedAt === null).map((sheet) => ({ ...sheet, setId: id })),
  );
  if (atLarge.length === 0) return null;
  const isMarked = (setId: string, index: number) =>
    value.some((marked) => marked.setId === setId && marked.index === index);
  return (
    <section className="group" aria-labelledby="destroyed-title">
      <h2 id="destroyed-title">Retired sheets that were destroyed before witnesses</h2>
      <p className="hint">Tick only what somebody saw destroyed. The keystore keeps it.</p>
      {atLarge.map(({ setId, index, custodian }) => (
        <Confirmation
          key={`${setId} ${index}`}
          checked={isMarked(setId, index)}
          onChange={(checked) =>
            onChange(
              checked
                ? [...value, { setId, index }]
                : value.filter((marked) => marked.setId !== setId || marked.index !== index),
            )
          }
        >
          Key Share {index} of set {inFours(setId)}, of <Name>{custodian}</Name>
        </Confirmation>
      ))}
    </section>
  );
}
