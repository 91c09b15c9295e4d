import type { AppView } from "../contract/views";

/** Whether the screen of this view may use the camera: a share sheet, or a printer's proof, is scanned there. */
export function scansSheet({ page }: AppView): boolean {
  return page.at === "generate" && (page.step === "read-back" || page.step === "proof-read");
}
