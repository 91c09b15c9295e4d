import type { AppView } from "../contract/views";

/** Where a share sheet, a Wrapping Key sheet, or a printer's proof is scanned. */
const scanSteps: ReadonlySet<string> = new Set<StepName>([
  "read-back",
  "proof-read",
  "enter-share",
  "current-key",
  "key-read-back",
]);

type StepName = Extract<AppView["page"], { step: string }>["step"];

/** Whether the screen of this view may use the camera. */
export function scansSheet({ page }: AppView): boolean {
  return "step" in page && scanSteps.has(page.step);
}
