import type { AppView } from "../contract/views";

/** Where words or a key stand on screen or are typed. */
const secretSteps: ReadonlySet<string> = new Set<StepName>([
  "copy",
  "read-back",
  "enter-share",
  "repairs",
  "current-key",
  "key-read-back",
]);

type StepName = Extract<AppView["page"], { step: string }>["step"];

/** Whether the screen of this view can show a secret, so that nobody may capture it. */
export function showsSecret({ page }: AppView): boolean {
  return "step" in page && secretSteps.has(page.step);
}
