import { type ScanProblem, scanSentence } from "../qr/scan-sentences";

/** Why the last scan gave nothing, read out when it appears. */
export function ScanProblemNote({ problem }: { readonly problem: ScanProblem | null }) {
  if (problem === null) return null;
  return (
    <p className="problem" role="alert">
      {scanSentence(problem)}
    </p>
  );
}
