import type { ShareFailure } from "../../contract/errors";
import type { Repairs } from "./repair";

/**
 * Why nothing is taken though solutions were found that no commitment proves: where they lie, and never which
 * words they are. Where chance offers a wrong word and a swap at once (about once in 100,000 errors) neither
 * is named.
 */
export function unproven({ solutions }: Repairs): ShareFailure {
  const kinds = new Set(solutions.map(({ kind }) => kind));
  const [first] = solutions;
  if (first === undefined || kinds.size > 1) return { code: "share.checksum" };
  const changed = first.changes.map(({ position }) => position);
  // The first position is the wrong word's, the empty place's, or that of a swapped pair's first.
  const firsts = new Set(solutions.flatMap(({ changes: [change] }) => change?.position ?? []));
  const positions = [...firsts].sort((one, other) => one - other);
  switch (first.kind) {
    case "missing-words": {
      const code = first.proof === "probable" ? "share.probable" : "share.solved";
      return { code, positions: changed, solutions: solutions.length };
    }
    case "missing-place":
      return { code: "share.missing-place", positions };
    case "wrong-words":
      return { code: "share.one-wrong-word", positions };
    case "swapped-words":
      return { code: "share.swapped-words", positions };
  }
}
