import { ok, type Result } from "../../contract/result";
import type { PdfFolders } from "../proceedings/print-page";

/** Where a rehearsed round writes its script and its record, in a printer's place. They stay: nothing of them is secret. */
export class PracticeFolder implements PdfFolders {
  #folder: string | null = null;

  async sheetsFolder(_place: string, make: () => Promise<Result<string>>): Promise<Result<string>> {
    if (this.#folder !== null) return ok(this.#folder);
    const made = await make();
    if (made.ok) this.#folder = made.value;
    return made;
  }

  owes(_path: string): void {}
}
