import { Fours } from "./fours";

/** A hash for the whole room to read from where it sits, and to write down: four groups of four a line. */
export function Hash({ hex }: { readonly hex: string }) {
  return (
    <p className="hash">
      <Fours hex={hex} large />
    </p>
  );
}
