import type { Draft, GenerateView } from "../../electron/contract/views";

/** The view of one step after the plan was frozen. */
export type At<S extends GenerateView["step"]> = Extract<GenerateView, { readonly step: S }>;

/** The view of any step of the plan. */
export type PlanningView = Extract<GenerateView, { readonly draft: Draft }>;

/** What every screen of a running ceremony may show. */
export type RunningView = Extract<GenerateView, { readonly made: unknown }>;
