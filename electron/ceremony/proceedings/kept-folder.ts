import { ok, type Result } from "../../contract/result";
import type { PdfFolders } from "./print-page";

/** Where a rehearsal's script and record are written in a printer's place. They stay: nothing of them is secret. */
export class KeptFolder implements PdfFolders {
  #folder: string | null = null;

  async sheetsFolder(_place: string, make: () => Promise<Result<string>>): Promise<Result<string>> {
    if (this.#folder !== null) return ok(this.#folder);
    const made = await make();
    if (made.ok) this.#folder = made.value;
    return made;
  }

  owes(_path: string): void {}
}
