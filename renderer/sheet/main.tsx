import "../styles/fonts.css";
import "./sheet.css";
import "./upper-half.css";
import "./lower-half.css";
import "./proof.css";
import "./pages.css";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { SheetBridge } from "../../electron/contract/commands";
import { breakPages } from "./break-pages";
import { fitNames } from "./fit";
import { SheetPage } from "./sheet-page";

declare global {
  interface Window {
    readonly sheet: SheetBridge;
  }
}

/** Takes the one sheet, draws it, and says so when fonts and names stand where they will be printed. */
async function draw(root: HTMLElement): Promise<void> {
  const taken = await window.sheet.take();
  if (!taken.ok) return;
  flushSync(() => createRoot(root).render(<SheetPage sheet={taken.value} />));
  // React reports a page that cannot be drawn and leaves the root empty: an empty page is never called ready.
  if (root.firstElementChild === null) return;
  // Asked for one by one: `document.fonts.ready` is ready as well where no layout has asked for a font yet.
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  fitNames(root);
  breakPages(root);
  await nextFrame();
  await nextFrame();
  window.sheet.ready();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

const root = document.getElementById("sheet");
if (root === null) throw new Error("sheet.html has no #sheet");
void draw(root);
