import { asHexDigits } from "../../electron/contract/typed-hex";
import { Field } from "./field";

interface FingerprintFieldProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** What the file says, 32 hex; null where that cannot be read. */
  readonly claimed: string | null;
  readonly first?: boolean;
  readonly wrong?: boolean;
}

/** The vault fingerprint, typed from a share sheet, and whether the file names the same. */
export function FingerprintField({ claimed, ...field }: FingerprintFieldProps) {
  return (
    <>
      <Field
        label="Vault fingerprint on a share sheet"
        hint="32 characters in groups of four. Spaces and capitals do not matter."
        mono
        member="fingerprint"
        meant="digits"
        {...field}
      />
      <p className="hint" role="status">
        {comparison(field.value, claimed)}
      </p>
    </>
  );
}

/** Whether two texts are the same hex but for spaces and case. */
export function sameHex(one: string, other: string): boolean {
  return asHexDigits(one) === asHexDigits(other);
}

function comparison(typed: string, claimed: string | null): string {
  if (claimed === null || asHexDigits(typed).length < claimed.length) return "";
  return sameHex(typed, claimed)
    ? "The file names the same vault."
    : "The file names another vault: the sheet is another vault’s, the file is, or that part of it is damaged.";
}
