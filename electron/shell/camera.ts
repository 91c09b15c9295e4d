import type { WebContents } from "electron";
import { holds } from "../contract/steps";
import type { AppView } from "../contract/views";
import { showMainPage } from "./main-window";

/**
 * The camera, lent to the main page while a sheet is scanned. The page's own code switches it off; a page that was
 * taken over would not, and a stream ends surely only with its page. So the first view of another step loads the page
 * anew if it was given the camera.
 */
export class Camera {
  #scanning: WebContents | null = null;
  /** Whether the page that is shown was given a stream, at any time since it was loaded. */
  #given = false;

  /** Whether the page of these contents may use the camera at this moment. */
  mayFilm(contents: WebContents): boolean {
    return contents === this.#scanning;
  }

  /** The page was given a stream. */
  wasGiven(): void {
    this.#given = true;
  }

  /** Another page stands in the window, or the same anew: no stream has outlived the former. */
  pageIsNew(): void {
    this.#given = false;
  }

  /** Lends the camera to the page of these contents while `view` scans a sheet, and takes it back otherwise. */
  follow(view: AppView, contents: WebContents): void {
    this.#scanning = holds("camera", view.page) ? contents : null;
    // Should the page's own navigation overtake this load, the next view tries again.
    if (this.#scanning === null && this.#given) showMainPage(contents);
  }
}
