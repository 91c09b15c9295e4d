import type { AppView } from "../contract/views";

/** Where words or a key stand on screen or are typed. */
const secretSteps: ReadonlySet<string> = new Set<StepName>(["copy", "read-back", "key-read-back"]);

type StepName = Extract<AppView["page"], { at: "generate" }>["step"];

/** Whether the screen of this view can show a secret, so that nobody may capture it. */
export function showsSecret({ page }: AppView): boolean {
  return page.at === "generate" && secretSteps.has(page.step);
}
