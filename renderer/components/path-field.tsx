import type { PickPurpose } from "../../electron/contract/commands";
import { ask } from "../bridge";
import { useMirror } from "../store";
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
  readonly member?: string;
}

/** A path, typed or picked with the system's dialog. One that main could not understand is marked. */
export function PathField({ purpose, wrong = false, ...field }: PathFieldProps) {
  const refused = useMirror(
    ({ refusal }) => refusal !== null && "path" in refusal && refusal.path === field.value,
  );
  const pick = async () => {
    const path = await ask("pickPath", { what: purpose });
    if (path !== null) field.onChange(path);
  };
  return (
    <div className="path-field">
      <Field {...field} wrong={wrong || refused} meant="path" mono />
      <Button label={`Choose… ${field.label}`} onPress={() => void pick()}>
        Choose…
      </Button>
    </div>
  );
}
