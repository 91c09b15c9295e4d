import { join } from "node:path";
import type { Opened } from "../../../scripts/rehearsal/launch.mjs";
import { GenerationAtTheKeyboard, type SamplePlan, samplePlan } from "./generation.mjs";

/** The rehearsal's stand-in for a printer. */
export const pdfFiles = "PDF files beside the keystore";

/** A rehearsal under way in an app. */
export interface Rehearsal extends Opened {
  readonly ceremony: GenerationAtTheKeyboard;
  readonly plan: SamplePlan;
  /** Where the sheet of a share is written. */
  readonly sheet: (index: number) => string;
}

/** A plan for three custodians, of whom two are needed, with files in `folder`. */
export function smallPlan(folder: string, changes: Partial<SamplePlan> = {}): SamplePlan {
  const sample = samplePlan(folder);
  return { ...sample, custodians: sample.custodians.slice(0, 3), threshold: 2, ...changes };
}

/** Plans a rehearsal and begins it: the keys are made, and nobody has a share yet. */
export async function beginRehearsal(opened: Opened, plan: SamplePlan): Promise<Rehearsal> {
  const ceremony = new GenerationAtTheKeyboard(opened.page);
  await ceremony.plans(plan, true);
  await ceremony.begins(false);
  const sheet = (index: number) => join(plan.keystore, "..", "sheets", `share-${index}.pdf`);
  return { ...opened, ceremony, plan, sheet };
}
