import { inFours } from "../../electron/contract/fours";

/** Hex as people compare it: in groups of four, each kept in one piece. */
export function Fours({ hex, large = false }: { readonly hex: string; readonly large?: boolean }) {
  return <span className={large ? "fours fours-large" : "fours"}>{inFours(hex)}</span>;
}
