import { create } from "zustand";
import type { Failure } from "../electron/contract/errors";
import type { AppView } from "../electron/contract/views";

/** What the screens see: main's view, whether an answer is awaited, and why the last command was refused. */
export interface Mirror {
  readonly view: AppView | null;
  readonly waiting: number;
  readonly refusal: Failure | null;
}

/** The renderer's only state that outlives a screen. No secret and nothing that was typed is in it. */
export const useMirror = create<Mirror>(() => ({ view: null, waiting: 0, refusal: null }));

/** Names the place a view shows: a new place is a new screen, with the focus at its beginning. */
export function placeOf(view: AppView): string {
  const page = view.page;
  if (page.at === "home" || page.at === "workstation") return page.at;
  if (page.at === "keystore" || page.at === "damaged" || page.at === "record")
    return `${page.at} ${page.facts.path}`;
  if (page.at === "check")
    return "sheet" in page ? `check ${page.step} ${page.sheet.index}` : `check ${page.step}`;
  return "share" in page ? `${page.step} ${page.share.index}` : page.step;
}

/**
 * The mirror after a view has arrived. An older view changes nothing; one of the same revision is newer
 * in time and counts. A refusal is forgotten with the place that it was about.
 */
export function withView(mirror: Mirror, view: AppView): Mirror {
  if (mirror.view !== null && view.revision < mirror.view.revision) return mirror;
  const stayed = mirror.view !== null && placeOf(mirror.view) === placeOf(view);
  return { ...mirror, view, refusal: stayed ? mirror.refusal : null };
}
