import { create } from "zustand";
import type { CeremonyView } from "../electron/contract/ceremony-views";
import type { CheckView } from "../electron/contract/check-views";
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
  if (page.at === "record") return `record ${page.step} ${page.facts.path}`;
  if (page.at === "unreadable") return `unreadable ${page.path}`;
  if (page.at === "keystore" || page.at === "damaged") return `${page.at} ${page.facts.path}`;
  if (page.step === "aborted" && page.clearing) return "aborting";
  const who = whoIsAt(page);
  const step = page.at === "check" ? `check ${page.step}` : page.step;
  return who === null ? step : `${step} ${who}`;
}

/** Whose share, sheet or signature a step is about, or null: the same step with another person is another place. */
function whoIsAt(page: CeremonyView | CheckView): number | string | null {
  if ("share" in page) return page.share.index;
  if ("sheet" in page) return page.sheet.index;
  if ("signer" in page) return page.signer.name;
  return page.step === "bag" ? page.given.length : null;
}

/**
 * The mirror after a view has arrived. An older view changes nothing; one of the same revision is newer
 * in time and counts. A refusal is forgotten with the place that it was about.
 */
export function withView(mirror: Mirror, view: AppView): Mirror {
  if (mirror.view !== null && view.revision < mirror.view.revision) return mirror;
  const stayed = mirror.view !== null && placeOf(mirror.view) === placeOf(view);
  const shown = mirror.view === null ? view : withSameProblem(mirror.view, view);
  return { ...mirror, view: shown, refusal: stayed ? mirror.refusal : null };
}

/**
 * A view of the same revision refuses nothing anew: what it says of an older refusal is the very same, so that nothing
 * comes to the person a second time who is typing on.
 */
function withSameProblem(before: AppView, after: AppView): AppView {
  if (before.revision !== after.revision || !("problem" in before.page) || !("problem" in after.page))
    return after;
  const isSame = JSON.stringify(before.page.problem) === JSON.stringify(after.page.problem);
  return isSame
    ? { ...after, page: { ...after.page, problem: before.page.problem } as AppView["page"] }
    : after;
}
