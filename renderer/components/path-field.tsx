import type { PickPurpose } from "../../electron/contract/commands";
import { ask } from "../bridge";
import { Button } from "./buttons";
import { Field } from "./field";

interface PathFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (path: string) => void;
  readonly purpose: PickPurpose;
  readonly hint?: string;
  readonly first?: boolean;
  readonly wrong?: boolean;
}

/** A path, typed or picked with the system's dialog. */
export function PathField({ purpose, ...field }: PathFieldProps) {
  const pick = async () => {
    const path = await ask("pickPath", { what: purpose });
    if (path !== null) field.onChange(path);
  };
  return (
    <div className="path-field">
      <Field {...field} mono />
      <Button label={`Choose… ${field.label}`} onPress={() => void pick()}>
        Choose…
      </Button>
    </div>
  );
}
