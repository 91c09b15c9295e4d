import { inFours } from "../../electron/contract/fours";

/** Hex as people compare it: in groups of four, each kept in one piece. Large, it stands four groups a line. */
export function Fours({ hex, large = false }: { readonly hex: string; readonly large?: boolean }) {
  if (!large) return <span className="fours">{inFours(hex)}</span>;
  return (
    <span className="fours-large">
      {inFours(hex)
        .split(" ")
        .map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
          <span key={at}>{`${group} `}</span>
        ))}
    </span>
  );
}
