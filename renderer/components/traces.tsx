import type { PrintTraces } from "../../electron/contract/printers";

const jobs: Readonly<Record<PrintTraces["job"], string>> = {
  gone: "No job of this app is left at the printer’s queue.",
  unknown: "The system does not say whether the job is still in the printer’s queue.",
};

const files: Readonly<Record<PrintTraces["files"], string>> = {
  kept:
    "CUPS keeps a copy of what it printed on this machine, for a day unless it is told otherwise: " +
    "“PreserveJobFiles No” in cupsd.conf keeps none.",
  "not-kept": "CUPS on this machine is told to keep no copy of what it printed.",
  unknown:
    "Whether the print server keeps a copy of what it printed could not be read on this machine: " +
    "with CUPS, “PreserveJobFiles No” in cupsd.conf keeps none.",
};

/** What printing leaves behind outside the app. Nothing where no printer was used. */
export function Traces({ traces }: { readonly traces: PrintTraces | null }) {
  if (traces === null) return null;
  return (
    <p className="note">
      {jobs[traces.job]} {files[traces.files]}
    </p>
  );
}
