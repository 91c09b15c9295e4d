import type { Renews } from "./renewal";

/** Every ceremony by the name that stands on its pages. */
export const ceremonyTitles: Readonly<Record<"generate" | Renews["kind"] | "check", string>> = {
  generate: "Create a vault",
  recover: "Recover a vault",
  "recover-damaged": "Recover a vault from a damaged keystore",
  rotate: "Rotate a Wrapping Key",
  reshare: "Reshare a vault",
  check: "Check the share sheets",
};
