import type { Printer, PrintSetup } from "./views";

/**
 * Whether a person must agree to a printer before a secret goes to it: the way to it is not known to be a cable, and
 * they have not agreed to it yet. A rehearsal's PDF files hold nothing that is worth protecting.
 */
export function needsAgreement({ id, kind, reach }: Printer, { agreed }: PrintSetup): boolean {
  return kind !== "pdf-folder" && reach !== "local" && !agreed.includes(id);
}
