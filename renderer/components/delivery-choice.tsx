import type { Delivery } from "../../electron/contract/plan";
import { Choice } from "./choice";
import { PathField } from "./path-field";

interface DeliveryChoiceProps {
  readonly value: Delivery;
  readonly onChange: (delivery: Delivery) => void;
  readonly first?: boolean;
  readonly wrong?: boolean;
}

/** How the Wrapping Key leaves: into a file, or on a printed sheet. */
export function DeliveryChoice({ value, onChange, first, wrong }: DeliveryChoiceProps) {
  return (
    <>
      <Choice
        legend="How the Wrapping Key is delivered"
        first={first}
        value={value.way}
        onChange={(way) => onChange(way === "file" ? { way, path: "" } : { way })}
        options={[
          {
            value: "file",
            label: "As a file",
            description: "On a medium that the operator takes away. It is read back from there.",
          },
          {
            value: "sheet",
            label: "As a printed sheet",
            description: "The operator types it back from the paper.",
          },
        ]}
      />
      {value.way === "file" && (
        <PathField
          label="Wrapping Key file"
          hint="A new file, on another medium than the keystore."
          purpose="new-wrapping-key"
          value={value.path}
          onChange={(path) => onChange({ way: "file", path })}
          wrong={wrong}
          member="delivery.path"
        />
      )}
    </>
  );
}
