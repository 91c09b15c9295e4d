import type { Printer } from "../../electron/contract/views";
import { Choice } from "./choice";

const kinds: Readonly<Record<Printer["kind"], string>> = {
  queue: "A printer that this machine knows. The page goes straight to it.",
  dialog: "The system asks which printer to use.",
  "pdf-folder": "Written as a PDF file instead of on paper. In a rehearsal only.",
};

interface PrinterChoiceProps {
  readonly printers: readonly Printer[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Which printer the secret page goes to, by name. */
export function PrinterChoice({ printers, value, onChange }: PrinterChoiceProps) {
  if (printers.length === 0) {
    return <p className="note">No printer was found on this machine.</p>;
  }
  return (
    <Choice
      legend="Printer"
      first
      value={value}
      onChange={onChange}
      options={printers.map(({ id, name, kind }) => ({
        value: id,
        label: <bdi>{name}</bdi>,
        description: kinds[kind],
      }))}
    />
  );
}
