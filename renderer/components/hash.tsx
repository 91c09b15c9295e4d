import { Fours } from "./fours";

interface HashProps {
  readonly hex: string;
  /** It stands beside words that say the same, and leaves room for what is asked. */
  readonly beside?: boolean;
}

/** A hash for the whole room to read from where it sits, and to write down: four groups of four a line. */
export function Hash({ hex, beside = false }: HashProps) {
  return (
    <p className={beside ? "hash hash-beside" : "hash"}>
      <Fours hex={hex} large />
    </p>
  );
}
